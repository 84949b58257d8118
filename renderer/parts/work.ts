import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, type Failure } from '../client.ts'

/** Something that a person has begun and waits for: one at a time, and it can be stopped. */
export interface Work {
  readonly isUnderWay: boolean
  /** Of the latest; being stopped is none. */
  readonly failure: Failure | null
  /** Stops what is still under way. Never rejects. */
  readonly begin: (what: (signal: AbortSignal) => Promise<void>) => Promise<void>
  readonly stop: () => void
}

export function useWork(): Work {
  const [state, setState] = useState<Pick<Work, 'isUnderWay' | 'failure'>>(AT_REST)
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
    setState({ isUnderWay: true, failure: null })
    const failure = await what(mine.signal).then(() => null, failureOf)
    // Stopped, or another one was begun meanwhile: nobody waits for this any more.
    if (latest.current === mine) setState({ isUnderWay: false, failure })
  }, [])
  return { ...state, begin, stop }
}

const AT_REST = { isUnderWay: false, failure: null }
