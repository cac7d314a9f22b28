import { useSyncExternalStore } from 'react'
import { areAllLoaded, whenAllLoaded } from './parts.ts'

/** Whether every part of the page has been fetched, or has failed to. */
export function useParts(): boolean {
  return useSyncExternalStore(whenAllLoaded, areAllLoaded)
}
