import type { Cmp, ElementRef, Frame } from '../cmps/cmp.ts'
import { offersWayBack, offersWithdrawal } from '../cmps/words/meaning.ts'
import { detectWith, type Found } from './find.ts'
import { glanceAt } from './glance.ts'
import type { StageHand } from './hand-for.ts'
import { KNOWN_WAYS } from './known-ways-back.ts'
import { waysIn, type Way } from './ways-in-page.ts'

/** Where the search for a way back to the choice ended. */
export type WayBack =
  /** The banner, or its settings, in front of the visitor again. */
  | { readonly kind: 'opened'; readonly found: Found }
  /** What was pressed takes consent back by itself. */
  | { readonly kind: 'at-once' }
  | { readonly kind: 'none'; readonly because: string }
  | { readonly kind: 'failed'; readonly because: string }

/** Looks for the way back to the choice as a visitor does, in footer, corners and menus, and takes it. */
export async function takeWayBack(strategies: readonly Cmp[], hand: StageHand): Promise<WayBack> {
  const ways = await waysOn(hand)
  if (ways.length === 0) return { kind: 'none', because: 'nothing on the page leads back to the choice' }
  const [first] = ways
  const here = ways.filter(({ leadsAway }) => !leadsAway)
  if (here.length === 0) return { kind: 'failed', because: `"${first?.label}" leads to another page` }
  for (const way of here.slice(0, MOST)) {
    if (!(await hand.press(way.element, 'settings'))) continue
    let found: Found = new Map()
    const isOpen = async (): Promise<boolean> => (found = await openNow(strategies, hand)).size > 0
    if (await hand.until(isOpen, OPENS_MS)) return { kind: 'opened', found }
    if (offersWithdrawal(way.label)) return { kind: 'at-once' }
  }
  return { kind: 'failed', because: `"${here[0]?.label}" opened nothing to choose with` }
}

/** Of controls that look like a way back. */
const MOST = 4
const OPENS_MS = 2_500

type WayHere = Omit<Way, 'key'> & { readonly element: ElementRef }

/** The surest first. */
async function waysOn(hand: StageHand): Promise<readonly WayHere[]> {
  const found = await Promise.all((await hand.frames()).map(waysOf))
  return found.flat().toSorted((a, b) => sureness(b) - sureness(a))
}

async function waysOf(frame: Frame): Promise<readonly WayHere[]> {
  const ways = (await frame.run(waysIn, KNOWN_WAYS)) ?? []
  if (ways.length > 0 && !(await frame.isShown())) return []
  return ways
    .filter(({ isKnown, isIcon, label }) => isKnown || isIcon || offersWayBack(label))
    .map(({ key, ...way }) => ({ ...way, element: { frame, key } }))
}

const sureness = ({ isKnown, label, leadsAway }: WayHere): number =>
  Number(!leadsAway) * 8 + Number(offersWithdrawal(label)) * 4 + Number(isKnown) * 2 + Number(offersWayBack(label))

async function openNow(strategies: readonly Cmp[], hand: StageHand): Promise<Found> {
  const { suspects } = await glanceAt(hand)
  if (suspects.length === 0) return new Map()
  const cheap = strategies.filter(({ isCheap }) => isCheap)
  return detectWith(cheap, { ...hand, frames: async () => suspects })
}
