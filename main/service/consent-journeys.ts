import { signals as shelf } from '../../scanner/signals/index.ts'
import type { Observation, ObservationKind, ObservationOf } from '../../scanner/model.ts'
import type { ConsentJourney, ConsentSignalRow } from '../contract.ts'
import type { OpenedEvidence } from './opened-scans.ts'

/** Banners, clicks, proofs and signals, journey by journey. */
export function consentJourneys({ observations }: OpenedEvidence): readonly ConsentJourney[] {
  const journeys = Map.groupBy(observations.filter(isAboutConsent), ({ run, journey }) => `${run} ${journey}`)
  return [...journeys.values()].flatMap((seen) => {
    const [first] = seen
    if (!first) return []
    return [
      {
        run: first.run,
        journey: first.journey,
        banners: ofKind(seen, 'banner'),
        choices: ofKind(seen, 'choice'),
        pictures: ofKind(seen, 'screenshot').filter(({ of }) => of !== 'step'),
        signals: ofKind(seen, 'signal').map(signalRow),
      },
    ]
  })
}

const KINDS: ReadonlySet<ObservationKind> = new Set(['banner', 'choice', 'signal', 'screenshot'])

function isAboutConsent({ kind }: Observation): boolean {
  return KINDS.has(kind)
}

function ofKind<K extends ObservationKind>(seen: readonly Observation[], kind: K): readonly ObservationOf<K>[] {
  return seen.filter((each): each is ObservationOf<K> => each.kind === kind)
}

function signalRow({ id, stepId, at, standard, where, raw }: ObservationOf<'signal'>): ConsentSignalRow {
  return { observationId: id, stepId, at, standard, where, raw, says: saysOf(standard, raw) }
}

function saysOf(standard: string, raw: string): string | null {
  const decoded = shelf.find((signal) => signal.standard === standard)?.decode(raw)
  if (!decoded?.ok) return null
  const { says, granted, denied } = decoded.value
  const named = [
    ...(granted.length > 0 ? [`granted: ${granted.join(', ')}`] : []),
    ...(denied.length > 0 ? [`denied: ${denied.join(', ')}`] : []),
  ]
  return [says, ...named].join('; ')
}
