import '#ui/tray.css'
import { describeCredentials } from '#domain/credentials/describe.ts'
import { readIdentity } from '#domain/identity/identity.ts'
import { readPasteInSteps } from '#domain/reading/read-paste.ts'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import { otherHostOf } from '#domain/region/other-host.ts'
import { regionOf } from '#domain/region/search.ts'
import { presetTarget } from '#domain/session/preset-target.ts'
import { judgeDecoded } from '#domain/sts/decode-authorization-message.ts'
import { judgeReply } from '#domain/sts/judge-reply.ts'
import { clockDifference } from '#domain/time/clock-difference.ts'
import type { SessionKit } from '#state/session-kit.ts'

/** Everything from the first paste on: what reads and judges, and the panes that show it. One file of its own. */

export { AwsContent, AwsTitle } from './aws-content.tsx'
export { TabContent } from './tab-content.tsx'
export { TrayBand } from './tray-band.tsx'
export { UnreadContent } from './unread-content.tsx'
export { WirePanel } from './wire-panel.tsx'

export const kit: SessionKit = {
  readInSteps: readPasteInSteps,
  describe: describeCredentials,
  preset: presetTarget,
  resolve: resolveEndpoint,
  otherHost: otherHostOf,
  isOptIn: (region) => regionOf(region)?.region.optIn ?? null,
  judge: judgeReply,
  judgeDecoded,
  identify: (outcome, facts) =>
    outcome.kind === 'identified' ? readIdentity(outcome, facts.accessKeyId?.kind ?? null) : null,
  clockDifference,
}
