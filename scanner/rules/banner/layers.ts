import type { ButtonMeaning, InterfaceControl, Observation, ObservationOf, Wording } from '../../model.ts'
import { listed } from '../../phrases.ts'
import { quoted } from '../../words.ts'
import type { DraftFinding, Readings, RuleContext, Verdict } from '../rule.ts'
import { said } from '../../said.ts'

/** How rules about the banner as an interface speak. */

export type Layer = ObservationOf<'banner-interface'>

/** One of each layer, the first that was measured. */
export function layersOf({ layers }: RuleContext): readonly Layer[] {
  return [...new Map(layers.toReversed().map((layer) => [layer.layer, layer])).values()].toSorted(
    (a, b) => a.layer - b.layer,
  )
}

export const firstLayer = (context: RuleContext): Layer | null =>
  layersOf(context).find(({ layer }) => layer === 1) ?? null

/** Why nothing can be said where no layer was measured. */
export function unmeasured({ observations, choices }: RuleContext): Verdict {
  const looks = observations.filter((seen): seen is ObservationOf<'banner'> => seen.kind === 'banner')
  const isThere = looks.some(({ visible }) => visible) || choices.some(({ verdict }) => verdict !== 'no-banner')
  return looks.length > 0 && !isThere
    ? { outcome: 'not-applicable', because: said`No banner was seen.` }
    : { outcome: 'unclear', because: said`The banner was not measured, so nothing can be said of how it asks.` }
}

export function meaning(layer: Layer, ...meanings: readonly ButtonMeaning[]): readonly InterfaceControl[] {
  return layer.controls.filter((control) => meanings.includes(control.meaning))
}

/** The largest: what a visitor sees first. */
export function largest(controls: readonly InterfaceControl[]): InterfaceControl | null {
  return controls.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? null
}

export const areaOf = ({ rect }: InterfaceControl): number => rect.width * rect.height

/** Buttons whose words we do not understand: one of them may be what a rule misses. */
export function unread(layer: Layer): readonly InterfaceControl[] {
  const says = /\p{L}{2}/u
  return meaning(layer, 'other').filter(
    ({ looks, role, text }) => looks === 'button' && role === 'button' && says.test(text),
  )
}

/** An error page, or one that was not reached, is no page of the site's: what is missing there is nobody's neglect. */
export function shown<T extends Observation>({ blindSpots }: RuleContext, seen: readonly T[]): readonly T[] {
  const unseen = new Set(blindSpots.filter(({ blinds }) => blinds === 'all').map(({ stepId }) => stepId))
  return seen.filter(({ stepId }) => !unseen.has(stepId))
}

export const labels = (controls: readonly { readonly text: string }[]): Wording =>
  listed(
    controls.map(({ text }) => quoted(text)),
    4,
  )

interface Says {
  readonly item?: string
  readonly outcome?: DraftFinding['outcome']
  readonly severity?: DraftFinding['severity']
  readonly summary: Wording
  readonly fix: Wording
  readonly readings?: Readings
}

/** A draft about the site as a whole, resting on these observations. */
export function siteDraft(context: RuleContext, seen: readonly Observation[], says: Says): DraftFinding {
  const ids = new Set(seen.map(({ stepId }) => stepId))
  return {
    vendorId: null,
    subject: '',
    item: says.item ?? '',
    category: null,
    outcome: says.outcome ?? 'fail',
    severity: says.severity ?? null,
    summary: says.summary,
    fix: says.fix,
    readings: says.readings ?? null,
    exceeds: null,
    stepIds: context.steps.map(({ id }) => id).filter((id) => ids.has(id)),
    evidence: [...new Set(seen.map(({ id }) => id))],
  }
}
