import { useCallback, useEffect, useRef, useState, type DependencyList } from 'react'
import type { AppChange } from '../../main/contract.ts'
import { failureOf, onChange, type Failure } from '../client.ts'

type Topic = Extract<AppChange, { type: 'changed' }>['what'] | 'scan'

/** What was asked of the program, and how far the answer is. An older answer stays while a newer one is on its way. */
export interface Asked<T> {
  readonly value: T | undefined
  readonly failure: Failure | undefined
  readonly isLoading: boolean
  readonly again: () => void
  /** Nobody waits any more; it can be asked again. */
  readonly stop: () => void
}

/** The code of the failure that is none: a person has stopped what was asked. */
export const STOPPED = 'STOPPED'

/** Asks when `parts` change, when the program says that one of `topics` did, and after a lost connection. */
export function useAsked<T>(ask: Ask<T>, parts: DependencyList, topics: readonly Topic[] = []): Asked<T> {
  const [answer, setAnswer] = useState<Omit<Asked<T>, 'again' | 'stop'>>({
    value: undefined,
    failure: undefined,
    isLoading: true,
  })
  const latest = useRef(new AbortController())
  // Screens write the question inline; what it depends on is in `parts`.
  // oxlint-disable-next-line react/exhaustive-deps
  const put = useCallback(ask, parts)
  const again = useCallback(() => {
    latest.current.abort()
    const { signal } = (latest.current = new AbortController())
    setAnswer((before) => ({ ...before, isLoading: true }))
    put(signal).then(
      (value) => signal.aborted || setAnswer({ value, failure: undefined, isLoading: false }),
      (reason: unknown) =>
        signal.aborted || setAnswer(({ value }) => ({ value, failure: failureOf(reason), isLoading: false })),
    )
  }, [put])
  const stop = useCallback(() => {
    latest.current.abort()
    setAnswer(({ value }) => ({ value, failure: { code: STOPPED, message: '' }, isLoading: false }))
  }, [])
  useEffect(() => {
    // Another question: the answer to the one before would be wrong here.
    setAnswer({ value: undefined, failure: undefined, isLoading: true })
    again()
    return () => latest.current.abort()
  }, [again])
  const names = topics.join(' ')
  useEffect(
    () =>
      onChange((change) => {
        const topic = change.type === 'changed' ? change.what : change.type
        if (topic === 'hello' || names.split(' ').includes(topic)) again()
      }),
    [again, names],
  )
  return { ...answer, again, stop }
}

/** Those that take long hand the signal on, so that the program stops as well. */
type Ask<T> = (signal: AbortSignal) => Promise<T>
