import type { Recogniser } from './recogniser.ts'
import { assignments } from './recognisers/assignments.ts'
import { bare } from './recognisers/bare.ts'
import { ini } from './recognisers/ini.ts'
import { json } from './recognisers/json.ts'
import { powershell } from './recognisers/powershell.ts'

/** Every recogniser, the strictest shape first: the first that finds a key ID with its secret wins. */
export const RECOGNISERS: readonly Recogniser[] = [json, ini, powershell, assignments, bare]
