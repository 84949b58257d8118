import type { PageEyes } from '../browser/eyes.ts'
import type { PageTraces } from '../browser/traces.ts'
import type { Cmp } from '../cmps/cmp.ts'
import type { Proof, Wish } from '../model.ts'
import { testimonyOf, type Testimony } from '../signals/traces/testimony.ts'
import { weigh } from '../signals/traces/weigh.ts'
import { isGone } from './attempt.ts'
import type { StageHand } from './hand-for.ts'
import { pressProof } from './verdict.ts'
import { told } from '../said.ts'

export interface ToProve {
  readonly wish: Wish
  readonly strategies: readonly Cmp[]
  /** What the page held before the first click. */
  readonly before: PageTraces
  readonly readTraces: () => Promise<PageTraces>
  /** What was pressed is no part of a banner and stays where it is. */
  readonly mayStay: boolean
}

/** Waits for what shows that the choice took: as long as it is not enough, and no longer than a visitor would. */
export async function prove(eyes: PageEyes, hand: StageHand, choice: ToProve): Promise<Testimony> {
  const { wish, strategies, before, readTraces, mayStay } = choice
  let testimony: Testimony = { cmp: null, proofs: [] }
  await eyes.untilQuiet(QUIET_MS, PROOF_MS)
  const isEnough = async (): Promise<boolean> => {
    testimony = testimonyOf(wish, before, await readTraces())
    return weigh(wish.choice, [...OWN, ...testimony.proofs]).isProven
  }
  await eyes.until(isEnough, PROOF_MS)
  const agrees = await isGone(strategies, mayStay ? { ...hand, lastIsGone: async () => true } : hand)
  const detail = agrees ? told`no banner can be seen any more` : told`a banner can still be seen`
  const proofs = [...pressProof(hand.clicks), { kind: 'banner-gone', agrees, detail } as const, ...testimony.proofs]
  return { cmp: testimony.cmp, proofs }
}

const QUIET_MS = 250
const PROOF_MS = 4_000
/** What we see ourselves is looked at last. */
const OWN: readonly Proof[] = [
  { kind: 'trusted-click', agrees: true, detail: '' },
  { kind: 'banner-gone', agrees: true, detail: '' },
]
