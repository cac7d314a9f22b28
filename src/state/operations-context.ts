import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { OperationsActions, OperationsState, OperationsStore } from './operations-services.ts'

const OperationsContext = createContext<OperationsStore | null>(null)

export const OperationsProvider = OperationsContext.Provider

/** Reads from the operations; select what is already in the state, or a primitive. */
export function useOperations<T>(selector: (state: OperationsState) => T): T {
  const store = useContext(OperationsContext)
  if (!store) throw new Error('no operations store around this component')
  return useStore(store, selector)
}

export function useOperationsActions(): OperationsActions {
  return useOperations((state) => state.actions)
}
