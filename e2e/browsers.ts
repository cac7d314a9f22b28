import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

/** No name resolves: a call to a host of AWS fails instead of leaving this machine. */
const NO_NAMES = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

/** How Chromium starts here; an empty path stands for Playwright's own. */
export function chromiumAt(path: string, args: readonly string[] = []): LaunchOptions {
  return { args: [NO_NAMES, ...args], ...(path !== '' && { executablePath: path }) }
}

/** Firefox as Debian has it. Playwright drives it unpatched. */
export const FIREFOX =
  ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path)) ??
  '/usr/bin/firefox-esr'

export const hasFirefox = existsSync(FIREFOX)
