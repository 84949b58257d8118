import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, type Failure } from '../client.ts'

/** Something that a person has begun and waits for: one at a time, and it can be stopped. */
export interface Work {
  readonly isUnderWay: boolean
  /** Of the latest; being stopped is none. */
  readonly failure: Failure | null
  /** How much of it is done, from 0 to 1; `null` while that is not told. */
  readonly share: number | null
  /** Stops what is still under way. Never rejects. */
  readonly begin: (what: (signal: AbortSignal, tell: (share: number) => void) => Promise<void>) => Promise<void>
  readonly stop: () => void
}

export function useWork(): Work {
  const [state, setState] = useState<Pick<Work, 'isUnderWay' | 'failure' | 'share'>>(AT_REST)
  const latest = useRef<AbortController | null>(null)
  const stop = useCallback((): void => {
    latest.current?.abort()
    latest.current = null
    setState(AT_REST)
  }, [])
  useEffect(() => () => latest.current?.abort(), [])

  const begin = useCallback<Work['begin']>(async (what) => {
    latest.current?.abort()
    const mine = (latest.current = new AbortController())
    setState({ isUnderWay: true, failure: null, share: null })
    const tell = (share: number): void => {
      if (latest.current === mine) setState({ isUnderWay: true, failure: null, share })
    }
    const failure = await what(mine.signal, tell).then(() => null, failureOf)
    // Stopped, or another one was begun meanwhile: nobody waits for this any more.
    if (latest.current === mine) setState({ isUnderWay: false, failure, share: null })
  }, [])
  return { ...state, begin, stop }
}

const AT_REST = { isUnderWay: false, failure: null, share: null }
