import type { Page } from '@playwright/test'
import { firstMessages } from '#messages/en/first.ts'
import { workMessages } from '#messages/en/work.ts'

const PREFERENCES = 'sts-debugger.preferences'
const THEMES = ['system', 'light', 'dark']

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const { expired, probablyExpired } = workMessages.time
const TITLE = new RegExp(
  `^(?:(?:(?:≤ )?(?:\\d+:)?\\d\\d:\\d\\d|${escaped(expired)}|${escaped(probablyExpired)}) · )?${escaped(firstMessages.product)}$`,
)

type Kept = {
  readonly local: readonly (readonly [string, string])[]
  readonly titles: readonly string[]
  readonly violations: readonly string[]
  readonly others: readonly string[]
}

/** Notes every title the page has and every violation of its policy; runs before the page does. */
export async function noteTitles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { titles: new Set<string>(), violations: new Set<string>() }
    Object.assign(window, { noted })
    new MutationObserver(() => noted.titles.add(document.title)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    document.addEventListener('securitypolicyviolation', (event) =>
      noted.violations.add(event.effectiveDirective),
    )
  })
}

/** What the page has left behind and may not: in storage, in the address, in a title. Empty where all is well. */
export async function findKept(
  page: Page,
  violates: readonly string[],
): Promise<readonly string[]> {
  const { local, titles, violations, others } = await page.evaluate(read)
  const cookies = await page.context().cookies()
  return [
    ...local.flatMap(([name, value]) =>
      isPreference(name, value) ? [] : [`localStorage ${name}`],
    ),
    ...others,
    ...cookies.map(({ name }) => `cookie ${name}`),
    ...titles
      .filter((title) => title !== '' && !TITLE.test(title))
      .map(() => 'a title with more than the time left'),
    ...violations
      .filter((directive) => !violates.includes(directive))
      .map((directive) => `violation of ${directive}`),
    ...(/[?#]/.test(page.url()) ? ['something in the address'] : []),
  ]
}

function isPreference(name: string, value: string): boolean {
  if (name !== PREFERENCES) return false
  const kept = JSON.parse(value) as Record<string, unknown>
  const { theme, lastRegion, ...rest } = kept
  const isRegion =
    typeof lastRegion === 'string' && /^[a-z]{2,6}(?:-[a-z]{2,12}){1,3}-\d$/.test(lastRegion)
  return (
    THEMES.includes(String(theme)) &&
    (lastRegion === null || isRegion) &&
    Object.keys(rest).length === 0
  )
}

/** Runs in the page. */
async function read(): Promise<Kept> {
  const { noted } = window as unknown as {
    noted?: { titles: Set<string>; violations: Set<string> }
  }
  const databases = 'databases' in indexedDB ? await indexedDB.databases() : []
  const cacheNames = await caches.keys()
  const workers = await navigator.serviceWorker.getRegistrations()
  return {
    local: Object.entries(localStorage).map(([name, value]) => [name, String(value)]),
    titles: [...(noted?.titles ?? []), document.title],
    violations: [...(noted?.violations ?? [])],
    others: [
      ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
      ...databases.map(({ name }) => `database ${name ?? ''}`),
      ...cacheNames.map((name) => `cache ${name}`),
      ...workers.map(() => 'a service worker'),
      ...(document.cookie === '' ? [] : ['a cookie']),
      ...(window.name === '' ? [] : ['the name of the window']),
      ...(history.state === null ? [] : ['the state of the history']),
    ],
  }
}
