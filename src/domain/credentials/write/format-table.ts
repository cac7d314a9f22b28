import type { CredentialFormat } from './credential-format.ts'
import { credentialProcess, stsAnswer } from './credential-json.ts'
import { docker } from './docker.ts'
import { fish } from './fish.ts'
import { ini } from './ini.ts'
import { env, envNoExport } from './posix.ts'
import { powershell } from './powershell.ts'
import { windowsCmd } from './windows-cmd.ts'

/** Every format that credentials can be written in, in the order in which they are offered. */
export const CREDENTIAL_FORMATS: readonly CredentialFormat[] = [
  env,
  powershell,
  windowsCmd,
  fish,
  envNoExport,
  ini,
  credentialProcess,
  stsAnswer,
  docker,
]
