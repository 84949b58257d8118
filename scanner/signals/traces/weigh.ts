import type { Choice, Proof, ProofKind } from '../../model.ts'

/** What a choice rests on, counted by who or what says so. */
export interface Weighed {
  /** The choice was made, and enough that does not depend on one another says that it took. */
  readonly isProven: boolean
  readonly agreeing: ReadonlySet<Witness>
  /** Of what disagrees: what makes the choice itself doubtful. */
  readonly doubts: readonly Proof[]
}

/** Who can speak for a choice without asking another. */
export type Witness = 'click' | 'banner' | 'cmp' | 'consent-string' | 'tags' | 'storage'

/**
 * A choice is proven by three independent kinds of signal. A kind in which anything disagrees counts for nothing.
 *
 * The word of the CMP, or of a consent string, that says the opposite leaves the choice inconclusive whatever else
 * agrees: it cannot be told from a button that was misread. A vendor's tag that was told otherwise, and a banner that
 * came back, only lose their own voice: the site may simply not heed the choice, and that is what a scan is for. Either
 * way the contradiction stays among the proofs, where the rules read it.
 *
 * A choice of categories needs a witness that names them: that something was stored shows no mix.
 *
 * Closing a banner decides nothing, so nothing has to be kept for it: the click and the vanished banner are enough, and
 * a CMP that takes it for an answer contradicts without making the closing doubtful.
 */
export function weigh(choice: Choice, proof: readonly Proof[]): Weighed {
  const saying = (is: boolean): readonly Witness[] =>
    proof.filter(({ agrees }) => agrees === is).map(({ kind }) => WITNESS[kind])
  const against = new Set(saying(false))
  const agreeing = new Set(saying(true).filter((witness) => !against.has(witness)))
  const doubts = choice === 'close' ? [] : proof.filter(({ kind, agrees }) => !agrees && DECIDES.has(WITNESS[kind]))
  const isEnough =
    agreeing.size >= KINDS_NEEDED && (choice !== 'accept-part' || [...agreeing].some((each) => TELLS.has(each)))
  const isProven =
    choice === 'close' ? agreeing.has('click') && agreeing.has('banner') : doubts.length === 0 && isEnough
  return { isProven, agreeing, doubts }
}

const KINDS_NEEDED = 3

const WITNESS: Readonly<Record<ProofKind, Witness>> = {
  'trusted-click': 'click',
  'banner-gone': 'banner',
  // A CMP's API and the cookie behind it are one voice.
  'stored-choice': 'cmp',
  'cmp-state': 'cmp',
  'consent-string': 'consent-string',
  'consent-signal': 'tags',
  'storage-changed': 'storage',
}

/** They say what was granted, and what was not. */
const TELLS: ReadonlySet<Witness> = new Set(['cmp', 'consent-string', 'tags'])
const DECIDES: ReadonlySet<Witness> = new Set(['cmp', 'consent-string'])
