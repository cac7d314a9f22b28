import { bytesOf } from '../sigv4/hash.ts'
import { decodeComponent } from '../sigv4/uri-encode.ts'
import { decodeBase64, encodeBase64, textOfUtf8 } from './base64.ts'
import type { SamlForm, SamlProblemWord, SamlRepair } from './saml.ts'

/** The XML of a response and the base64 that STS takes. */
export type FoundSaml =
  | {
      readonly kind: 'found'
      readonly xml: string
      readonly base64: string
      readonly form: SamlForm
      readonly repairs: readonly SamlRepair[]
    }
  | {
      readonly kind: 'missing'
      readonly problem: SamlProblemWord
      readonly detail: string | null
      readonly repairs: readonly SamlRepair[]
    }

const SHORTEST = 11

const FIELD = /(?:^|[&?\s"'])SAMLResponse["']?(?:=|:\s{0,8})["']?([^&\s"']{1,})/
const REQUEST_FIELD = /(?:^|[&?\s"'])SAMLRequest["']?(?:=|:)/

/** The hidden field of the page that an identity provider posts from. */
const HTML_FIELD =
  /<input\b[^<>]{0,300}\bname=["']SAMLResponse["'][^<>]{0,300}\bvalue=["']([^"'<>]{1,})["']|<input\b[^<>]{0,300}\bvalue=["']([^"'<>]{1,})["'][^<>]{0,300}\bname=["']SAMLResponse["']/i

/** Finds the response in what a person copied: base64 in lines, a form's body, a URL, or the XML itself. */
export function findSaml(text: string): FoundSaml {
  const repairs = new Set<SamlRepair>()
  const missing = (problem: SamlProblemWord, detail: string | null = null): FoundSaml => ({
    kind: 'missing',
    problem,
    detail,
    repairs: [...repairs],
  })
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return missing('empty')
  const html = HTML_FIELD.exec(trimmed)
  if (trimmed.startsWith('<') && !html) {
    const base64 = encodeBase64(bytesOf(trimmed))
    return { kind: 'found', xml: trimmed, base64, form: 'xml', repairs: [] }
  }
  const inHtml = (html?.[1] ?? html?.[2])
    ?.replace(/&#(?:43|x2b);/gi, '+')
    .replace(/&#(?:61|x3d);/gi, '=')
  const field = inHtml ?? FIELD.exec(trimmed)?.[1]
  if (field === undefined && REQUEST_FIELD.test(trimmed)) return missing('is-a-request')
  if (field === undefined && /[=&]RelayState=/.test(`&${trimmed}`))
    return missing('no-response-field')
  const base64 = mend(field ?? trimmed, field !== undefined, repairs)
  const bytes = decodeBase64(base64)
  // Words are letters of base64 too; no response is as short as a sentence.
  if (!bytes || bytes.length < SHORTEST) return missing('not-base64')
  const xml = textOfUtf8(bytes)
  // The redirect binding compresses its messages; AWS takes the POST binding only.
  if (xml === null) return missing('not-text')
  const form = field === undefined ? 'base64' : 'form-body'
  return { kind: 'found', xml, base64, form, repairs: [...repairs] }
}

function mend(text: string, isField: boolean, repairs: Set<SamlRepair>): string {
  let mended = text
  const replaceBy = (repair: SamlRepair, next: string): void => {
    if (next !== mended && !(isField && repair === 'percent-encoding')) repairs.add(repair)
    mended = next
  }
  replaceBy('quotes', mended.replace(/^["'`]|["'`][,;]?$/g, ''))
  if (/%[0-9A-Fa-f]{2}/.test(mended)) {
    const kept = mended.replace(/\+/g, '%2B')
    replaceBy('percent-encoding', textOfUtf8(decodeComponent(kept)) ?? mended)
  }
  // A decoder of forms makes blanks of the plus signs of base64; a wrapped line has them at its end only.
  if (!/[+\r\n\t]/.test(mended) && mended.includes(' ')) {
    const joined = mended.replace(/ /g, '+')
    // `>`, with which XML ends, can be a plus sign: then it was trimmed off.
    replaceBy(
      'plus-signs',
      joined.length % 4 === 3 && !joined.endsWith('=') ? `${joined}+` : joined,
    )
  }
  replaceBy('white-space', mended.replace(/\s+/g, ''))
  if (/[-_]/.test(mended)) {
    replaceBy('url-alphabet', mended.replace(/-/g, '+').replace(/_/g, '/'))
  }
  return mended
}
