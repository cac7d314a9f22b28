import type { Recogniser } from './recogniser.ts'
import { assignments } from './recognisers/assignments.ts'
import { authorization } from './recognisers/authorization.ts'
import { bare } from './recognisers/bare.ts'
import { call } from './recognisers/call.ts'
import { csv } from './recognisers/csv.ts'
import { eksToken } from './recognisers/eks-token.ts'
import { ini } from './recognisers/ini.ts'
import { json } from './recognisers/json.ts'
import { literal } from './recognisers/literal.ts'
import { powershell } from './recognisers/powershell.ts'
import { setCommand } from './recognisers/set-command.ts'
import { signedUrl } from './recognisers/signed-url.ts'
import { table } from './recognisers/table.ts'
import { textOutput } from './recognisers/text-output.ts'
import { userInfo } from './recognisers/user-info.ts'
import { xml } from './recognisers/xml.ts'

/** Every recogniser, the strictest shape first: what one has taken, the next ones do not see. */
export const RECOGNISERS: readonly Recogniser[] = [
  eksToken,
  json,
  signedUrl,
  userInfo,
  authorization,
  textOutput,
  csv,
  xml,
  ini,
  powershell,
  setCommand,
  assignments,
  call,
  literal,
  table,
  bare,
]
