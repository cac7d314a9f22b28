import type { Parameter } from './descriptor.ts'
import type { Fault, FaultWord } from './fault.ts'

type ArnFault = Pick<Fault, 'fault' | 'severity' | 'detail'>

const error = (fault: FaultWord, detail: string | null): ArnFault => ({
  fault,
  severity: 'error',
  detail,
})
const warning = (fault: FaultWord, detail: string | null): ArnFault => ({
  ...error(fault, detail),
  severity: 'warning',
})

/** What ARNs of these kinds begin with behind the account. */
const WANTED = { role: 'role/', 'saml-provider': 'saml-provider/' } as const

/**
 * What is wrong with an ARN for the parameter it stands in; empty where nothing is. An error names what no endpoint of
 * STS takes: no ARN at all, or an ARN of something else. `partition` is that of the endpoint, null where unknown.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function arnFaults(
  { kind, arnOf }: Parameter,
  text: string,
  partition: string | null,
): readonly ArnFault[] {
  if (kind === 'serial-number' && !text.startsWith('arn:')) return []
  if (kind === 'target-principal' && /^\d{12}$/.test(text)) return []
  const fields = text.split(':')
  const [prefix, found = '', service = '', region = '', account = ''] = fields
  const resource = fields.slice(5).join(':')
  if (prefix !== 'arn' || found === '' || service === '' || resource === '') {
    return [kind === 'arn' ? error('not-an-arn', null) : warning('not-an-arn', null)]
  }
  const elsewhere =
    partition !== null && found !== partition ? [warning('other-partition', found)] : []
  const what = `${service}:${resource.split(/[/:]/, 1)[0] ?? ''}`
  const isOfIam = service === 'iam' && region === ''
  switch (kind) {
    case 'arn': {
      const wanted = WANTED[arnOf ?? 'role']
      if (!isOfIam || !resource.startsWith(wanted)) return [error('wrong-arn', what)]
      if (!/^\d{12}$/.test(account)) return [error('wrong-arn', 'account')]
      return resource.length === wanted.length ? [error('wrong-arn', 'name')] : elsewhere
    }
    case 'arn-list':
    case 'task-policy':
      return isOfIam && resource.startsWith('policy/') ? elsewhere : [warning('wrong-arn', what)]
    case 'serial-number':
      // Passkeys and security keys have such an ARN, and STS takes no code of theirs.
      return isOfIam && /^(?:sms-)?mfa\//.test(resource) ? elsewhere : [warning('wrong-arn', what)]
    default:
      return elsewhere
  }
}
