import type { Eyes, Frame } from '../cmps/cmp.ts'
import { offersWayBack } from '../cmps/words/meaning.ts'
import type { PrivacyControl, PrivacyControlsFact, Rect } from '../model.ts'
import { legalLink } from './interface/wording.ts'
import { KNOWN_WAYS } from './known-ways-back.ts'
import { waysIn, type Way } from './ways-in-page.ts'

/** What this page offers about privacy: the way back to the choice, the opt-outs of US law, policy and imprint. */
export async function privacyControls(eyes: Pick<Eyes, 'frames'>): Promise<PrivacyControlsFact> {
  const [main] = await eyes.frames()
  return { kind: 'privacy-controls', url: main?.url ?? '', controls: main ? await controlsIn(main) : [] }
}

async function controlsIn(frame: Frame): Promise<readonly PrivacyControl[]> {
  const ways = (await frame.run(waysIn, KNOWN_WAYS)) ?? []
  const named = ways.flatMap((way) => {
    const what = whatIs(way)
    return what === null ? [] : [{ key: way.key, what, text: way.label.slice(0, 200) }]
  })
  const stands =
    (await frame.run(
      standsOf,
      named.map(({ key }) => key),
    )) ?? []
  return named.flatMap(({ key: _key, ...control }, index) => {
    const stand = stands[index]
    return stand ? [{ ...control, ...stand }] : []
  })
}

function whatIs(way: Way): PrivacyControl['what'] | null {
  const { label, isKnown, isIcon } = way
  const us = US_LAW.find(([, words]) => words.test(label))
  if (us) return us[0]
  if (isKnown || isIcon || offersWayBack(label)) return 'consent'
  const legal = legalLink(label, null)?.what
  return legal === 'policy' || legal === 'imprint' ? legal : null
}

/** The titles that 11 CCR 7013 to 7015 give to links, and how sites vary them. */
const US_LAW: readonly (readonly [PrivacyControl['what'], RegExp])[] = [
  ['limit-sensitive', /limit (the use|our use).*(sensitive|personal)/i],
  ['opt-out', /(do not|don.t) (sell|share)|opt.?out of (the )?(sale|sharing|targeted)/i],
  ['choices', /(your|my) (california )?privacy (choices|rights)|ad choices/i],
]

type Stand = Pick<PrivacyControl, 'url' | 'isPinned'> & { readonly rect: Rect }

/** Runs in the page, in our world. */
function standsOf(keys: readonly number[]): (Stand | null)[] {
  const seen = (globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ?? []
  const isPinned = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { position } = getComputedStyle(at)
      if (position === 'fixed' || position === 'sticky') return true
    }
    return false
  }
  const leadsTo = (element: Element): string | null => {
    const link = element.closest('a')
    if (!link || !/^https?:/.test(link.href)) return null
    return link.href.split('#')[0] === location.href.split('#')[0] ? null : link.href
  }
  return keys.map((key) => {
    const element = seen[key]
    if (!element) return null
    const { x, y, width, height } = element.getBoundingClientRect()
    const rect = { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
    return { url: leadsTo(element), isPinned: isPinned(element), rect }
  })
}
