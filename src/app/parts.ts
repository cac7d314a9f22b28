import { createPart } from './loaded.ts'

/** Reads, judges and shows: everything from the first paste on. */
export const workPart = createPart(() => import('./work.tsx'))

/** Asks STS through the AWS SDK. */
export const gatewayPart = createPart(() => import('#adapters/aws/sts-gateway.ts'))

/** The STS inside this page. */
export const sandboxPart = createPart(() => import('./sandbox.ts'))

/** The forms of the operations. */
export const operationsPart = createPart(() => import('./operations.tsx'))

/** The SDK's commands of all operations. */
export const commandsPart = createPart(() => import('#adapters/aws/sts-operations.ts'))

/** Explains what failed. */
export const explanationPart = createPart(() => import('./explained-answer.tsx'))

const listeners = new Set<() => void>()

/** Whether the fetching of all parts has ended. */
export function areAllLoaded(): boolean {
  return document.documentElement.dataset['parts'] === 'loaded'
}

/** Runs something when it has; what comes back calls it off. */
export function whenAllLoaded(run: () => void): () => void {
  listeners.add(run)
  return () => void listeners.delete(run)
}

/**
 * Fetches every part when the browser is idle after the first paint, before anything is pasted: afterwards nothing but
 * the call that was asked for leaves the page. A part that does not load is tried again when it is needed.
 */
export function loadPartsWhenIdle(): void {
  const loadAll = async (): Promise<void> => {
    await Promise.allSettled([
      workPart.load(),
      gatewayPart.load(),
      explanationPart.load(),
      sandboxPart.load(),
      operationsPart.load(),
      commandsPart.load(),
    ])
    document.documentElement.dataset['parts'] = 'loaded'
    for (const listener of listeners) listener()
  }
  const whenIdle = (): void => {
    if ('requestIdleCallback' in window) {
      window.requestIdleCallback(() => void loadAll(), { timeout: 2000 })
    } else {
      setTimeout(() => void loadAll(), 200)
    }
  }
  // Two frames later the first screen has been painted; nothing competes with it for the line.
  const afterPaint = (): void => {
    requestAnimationFrame(() => requestAnimationFrame(whenIdle))
  }
  if (document.readyState === 'complete') afterPaint()
  else window.addEventListener('load', afterPaint, { once: true })
}
