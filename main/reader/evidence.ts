import type { Observation } from '../../scanner/model.ts'
import { verifyBundle } from '../../scanner/store/verify-bundle.ts'
import type { Implementer } from '../service/implementer.ts'
import { effectsOf } from '../service/cause-links.ts'
import { consentJourneys } from '../service/consent-journeys.ts'
import { notFound } from '../service/failures.ts'
import { observationFilter, sightingFilter, type ObservationFilter } from '../service/filters.ts'
import { observationDetail } from '../service/observation-detail.ts'
import { rowOf, sightingRow } from '../service/observation-rows.ts'
import type { OpenedEvidence, OpenedScan } from '../service/opened-scans.ts'
import { pageOf } from '../service/page-of.ts'
import { findingView, rowKey, rowView } from '../service/result-view.ts'
import { scanIn } from '../service/scans.ts'
import type { ObservationOrder } from '../contract.ts'
import { ordered } from './observation-order.ts'
import type { ReaderParts } from './router.ts'

/** What is answered from the evidence itself. */
export function evidenceRouter(os: Implementer, { catalog, opened }: ReaderParts) {
  const dirOf = async (id: string): Promise<string> => scanIn(await catalog.scans(), id).dir
  const open = async (id: string): Promise<OpenedScan> => opened.open(await dirOf(id))

  return {
    cell: os.results.cell.handler(async ({ input: { id, row: key, state, stepId } }) => {
      const scan = await open(id)
      const { matrix, findings } = scan.assessment
      const row = matrix.find((each) => rowKey(each) === key)
      const cell = row?.cells.find((each) => each.state === state && each.stepId === stepId)
      if (!row || !cell) throw notFound('cell', 'There is no such cell in this scan; open the matrix and choose one.')
      const evidence = await scan.evidence()
      const { observations, ...rest } = cell
      const isAbout = new Set(observations)
      return {
        row: rowView(row),
        cell: { ...rest, count: observations.length },
        observations: observations.flatMap((each) => {
          const seen = evidence.byId.get(each)
          return seen ? [rowOf(seen, evidence)] : []
        }),
        findings: findings.filter((finding) => finding.evidence.some((each) => isAbout.has(each))).map(findingView),
      }
    }),
    finding: os.results.finding.handler(async ({ input: { id, key } }) => {
      const scan = await open(id)
      const finding = scan.assessment.findings.find((each) => each.key === key)
      if (!finding) throw notFound('finding', 'This scan has no such finding; it may have been judged anew.')
      const evidence = await scan.evidence()
      const rows = finding.evidence.slice(0, MOST_EVIDENCE).flatMap((each) => {
        const seen = evidence.byId.get(each)
        return seen ? [rowOf(seen, evidence)] : []
      })
      return { finding: findingView(finding), evidence: rows }
    }),
    sightings: os.results.sightings.handler(async ({ input: { id, offset, limit, ...filter } }) => {
      const { assessment } = await open(id)
      return pageOf(assessment.sightings.filter(sightingFilter(filter)), { offset, limit }, sightingRow)
    }),
    observations: os.results.observations.handler(async ({ input: { id, offset, limit, ...filter } }) => {
      const evidence = await (await open(id)).evidence()
      return pageOf(wantedOf(evidence, filter), { offset, limit }, (seen) => rowOf(seen, evidence))
    }),
    observation: os.results.observation.handler(async ({ input: { id, observationId } }) => {
      const scan = await open(id)
      const detail = observationDetail(observationId, scan, await scan.evidence())
      if (detail) return detail
      throw notFound('observation', `This scan has no observation ${observationId}.`)
    }),
    effects: os.results.effects.handler(async ({ input: { id, of, ...part } }) =>
      effectsOf(of, await (await open(id)).evidence(), part),
    ),
    consent: os.results.consent.handler(async ({ input: { id } }) =>
      consentJourneys(await (await open(id)).evidence()),
    ),
    pictures: os.results.pictures.handler(async ({ input: { id } }) => {
      const { observations } = await (await open(id)).evidence()
      return observations.filter((seen) => seen.kind === 'screenshot')
    }),
    verification: os.results.verification.handler(async ({ input: { id } }) => verifyBundle(await dirOf(id))),
  }
}

const MOST_EVIDENCE = 1000

/** The latest answer of each scan: a table asks for one page after the other of it. */
const latest = new WeakMap<OpenedEvidence, { readonly asked: string; readonly wanted: readonly Observation[] }>()

function wantedOf(
  evidence: OpenedEvidence,
  { order, ...filter }: ObservationFilter & { readonly order: ObservationOrder },
): readonly Observation[] {
  const asked = JSON.stringify([filter, order])
  const known = latest.get(evidence)
  if (known?.asked === asked) return known.wanted
  const fits = observationFilter(filter)
  const wanted = ordered(evidence, order).filter((seen) => fits(seen, evidence.sightingOf.get(seen.id)))
  latest.set(evidence, { asked, wanted })
  return wanted
}
