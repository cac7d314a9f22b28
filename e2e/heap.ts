import type { CDPSession, Page } from '@playwright/test'

type Snapshot = {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } }
  readonly nodes: readonly number[]
  readonly strings: readonly string[]
}

/** Every string in the memory of the page's scripts, after the garbage has been collected. */
export async function heapStrings(page: Page): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page)
  try {
    await cdp.send('HeapProfiler.enable')
    await cdp.send('HeapProfiler.collectGarbage')
    return (await takeSnapshot(cdp)).strings
  } finally {
    await cdp.detach()
  }
}

async function takeSnapshot(cdp: CDPSession): Promise<Snapshot> {
  const chunks: string[] = []
  const take = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take)
  return JSON.parse(chunks.join('')) as Snapshot
}

/** How many strings hold one of the pieces. */
export function countHolding(strings: readonly string[], pieces: readonly string[]): number {
  return strings.filter((text) => pieces.some((piece) => text.includes(piece))).length
}
