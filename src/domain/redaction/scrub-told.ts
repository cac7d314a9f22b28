import type { Secret } from '../credentials/secret.ts'
import { redact } from './redact.ts'

/** What secret access keys are made of, standing alone, whatever label is or is not beside it. */
const BARE_SECRET = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g

/** A text from elsewhere without these secrets, and without whatever stands in it alone and looks like one. */
export function scrubTold(text: string, secrets: readonly Secret[]): string {
  return redact(text.replace(BARE_SECRET, hideBare), secrets)
}

function hideBare(run: string, at: number, text: string): string {
  const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9+/]/.test(run)
  const isInArn = /arn:\S*$/.test(text.slice(Math.max(0, at - 200), at))
  return isMixed && !isInArn ? `[${String(run.length)} characters hidden]` : run
}
