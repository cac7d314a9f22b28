import { countHosts, type ReachableHosts } from '#domain/region/reachable-hosts.ts'

/** What the page says about itself, read from the page and not from its source. */
export type PageFacts = {
  readonly hosts: ReachableHosts
  readonly commit: string
  /** Hexadecimal SHA-256 of the list of asset hashes; empty where the page was not built. */
  readonly hash: string
}

export function readPageFacts(page: Document): PageFacts {
  const content = (selector: string): string =>
    page.querySelector<HTMLMetaElement>(selector)?.content ?? ''
  const [commit = '', hash = ''] = content('meta[name="build"]').split(' ')
  return {
    hosts: countHosts(content('meta[http-equiv="Content-Security-Policy"]')),
    commit: commit === '' ? 'dev' : commit,
    hash,
  }
}
