import type { ConsentState, Proof } from '../model.ts'
import { testimonyOf } from '../signals/traces/testimony.ts'
import type { Stored, Traces } from '../signals/traces/find.ts'
import { wishesOf } from '../states.ts'

/** What the cookies of the site say about the state that the operator named. */
export interface StoredChoice {
  /** Stored choices that agree with the state. */
  readonly agrees: readonly Proof[]
  /** Stored choices that contradict it. */
  readonly contradicts: readonly Proof[]
}

/**
 * A HAR file shows no click, but it may show the cookie in which the CMP keeps the visitor's choice. Only such a record
 * counts: what a vendor's tag was told is often a default.
 */
export function storedChoice(state: ConsentState, cookies: readonly Stored[]): StoredChoice {
  const wish = wishesOf(state).at(-1)
  if (wish && wish.choice !== 'close') {
    const { proofs } = testimonyOf(wish, NOTHING, { ...NOTHING, cookies })
    const records = proofs.filter(isRecord)
    return { agrees: records.filter(({ agrees }) => agrees), contradicts: records.filter(({ agrees }) => !agrees) }
  }
  const any = [...wishesOf('accepted'), ...wishesOf('rejected')].flatMap((each) =>
    testimonyOf(each, NOTHING, { ...NOTHING, cookies }).proofs.filter((proof) => proof.agrees && isRecord(proof)),
  )
  return { agrees: [], contradicts: any }
}

const NOTHING: Traces = { cookies: [], locals: [], page: new Map(), requests: [] }

function isRecord({ kind, detail }: Proof): boolean {
  return kind === 'stored-choice' || (kind === 'consent-string' && detail.includes('(cookie'))
}
