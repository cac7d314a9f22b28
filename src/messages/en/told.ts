import { plural } from './plural.ts'
import type { Keeper } from '#domain/denial/policy-kinds.ts'

/** What is said of an error text, and of a denial taken apart. Literal parts stand between backticks. */
export const toldMessages = {
  beside: {
    title: 'Read together',
    'earlier-credentials':
      'The credentials that were pasted before were taken into account. That they belong to this error is the page’s guess.',
    'earlier-error':
      'This is the error that was pasted before, explained with these credentials. That the two belong together is the page’s guess.',
  },
  awsPage: 'AWS’s page',
  read: {
    title: 'What was read in the text',
    source: (errors: number) =>
      errors > 1
        ? `an error text; one of ${String(errors)} errors about credentials in it`
        : 'an error text',
    code: 'Error code',
    codeInferred: 'from the sentence',
    operation: 'Operation',
    service: 'Service',
    status: 'HTTP status',
    requestId: 'Request ID',
    otherCodes: 'Other errors in it',
    encodedMessage: 'Encoded message',
    characters: (count: number) => plural(count, 'character', 'characters'),
    region: 'Region',
    host: 'Host',
    times: 'Times',
    arns: 'ARNs',
    keyKind: 'Key',
  },
  report: {
    title: 'Report',
    requestId: 'Request ID',
    copy: 'Copy redacted report',
    preview: 'Read it first',
    hide: 'Hide it',
    detail: 'No secret, token or signature',
  },
  denial: {
    title: 'The denial, part by part',
    caption: 'The parts of the sentence',
    principal: 'Who',
    action: 'Action',
    resource: 'On',
    effect: 'How',
    effects: {
      implicit: (policy: string) => `No ${policy} allows it`,
      explicit: (policy: string) => `An explicit deny in a ${policy}`,
    },
    somePolicy: 'policy that AWS does not name',
    through: 'Through',
    policyArn: 'Policy ARN',
    tail: 'Also says',
    remedy: 'What to change',
    document: (policy: string) => `The document is the ${policy}.`,
    documentUnknown: 'AWS does not say which document denied it.',
    keepers: {
      'administrator-of-caller': 'An IAM administrator of the caller’s account can change it.',
      'owner-of-resource': 'Whoever owns the resource can change its policy.',
      'administrator-of-role':
        'An IAM administrator of the role’s account can change its trust policy.',
      'administrator-of-organization': 'Only an administrator of the organization can change it.',
      'owner-of-network': 'Whoever runs the private network can change the endpoint’s policy.',
      'maker-of-session':
        'Whoever made the session chose this policy; a new session can have another.',
      unknown: 'An IAM administrator can find out which.',
    } satisfies Record<Keeper, string>,
    changes: {
      add: 'The smallest statement to ask for:',
      narrow:
        'An explicit deny wins over every Allow, so no statement helps; the Deny has to leave this action out.',
      'add-or-narrow':
        'AWS says this where a Deny covers the action, and also where no such policy allows it. So either the Deny has to leave the action out, or a statement there has to allow it; no statement inside the account helps.',
      unknown: 'If a permission is missing, this is the smallest statement to ask for:',
    },
    pathUnknown:
      'The role’s ARN has a path that the ARN of its session does not show. So the statement admits the account and compares the name of the role.',
    statement: 'policy statement',
    note: 'A note to hand on',
    noteLabel: 'note to an administrator',
    noteText: (f: {
      readonly principal: string | null
      readonly action: string | null
      readonly resource: string | null
      readonly policy: string | null
      readonly policyArn: string | null
      readonly requestId: string | null
      readonly sentence: string
    }) =>
      [
        'AWS denied a call.',
        f.principal === null ? '' : `Who: ${f.principal}`,
        f.action === null ? '' : `Action: ${f.action}`,
        f.resource === null ? '' : `Resource: ${f.resource}`,
        f.policy === null ? '' : `Policy named by AWS: ${f.policy}`,
        f.policyArn === null ? '' : `Policy ARN: ${f.policyArn}`,
        f.requestId === null ? '' : `Request ID: ${f.requestId}`,
        `AWS’s words: ${f.sentence}`,
      ]
        .filter((line) => line !== '')
        .join('\n'),
  },
}

export type ToldMessages = typeof toldMessages
