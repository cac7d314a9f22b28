import { useDeferredValue, type ReactNode } from 'react'

/** Renders its children right after the first paint of what stands before them, so that a headline comes first. */
export function Later({ children }: { readonly children: ReactNode }) {
  const isTime = useDeferredValue(true, false)
  return isTime ? children : null
}
