import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What of a screen stands in its address, so that it can be cited and survives a restart: filters, and what is open. */
export interface Address {
  readonly get: (name: string) => string | null
  readonly list: (name: string) => readonly string[]
  /** `null` and empty lists leave the address. `isStep`: worth a step of going back. */
  readonly set: (change: Readonly<Record<string, string | readonly string[] | null>>, isStep?: boolean) => void
}

export function useAddress(): Address {
  const [parameters, setParameters] = useSearchParams()
  const set = useCallback<Address['set']>(
    (change, isStep = false) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(change)) {
            next.delete(name)
            for (const each of value === null ? [] : [value].flat()) next.append(name, each)
          }
          return next
        },
        { replace: !isStep },
      ),
    [setParameters],
  )
  return { get: (name) => parameters.get(name), list: (name) => parameters.getAll(name), set }
}
