import { layout } from '../../scanner/store/layout.ts'
import { readBodies } from '../../scanner/store/bodies.ts'
import { verifyBundle } from '../../scanner/store/verify-bundle.ts'
import type { Implementer } from './implementer.ts'
import { effectsOf } from './cause-links.ts'
import { consentJourneys } from './consent-journeys.ts'
import { notFound } from './failures.ts'
import { observationFilter, sightingFilter } from './filters.ts'
import { observationDetail } from './observation-detail.ts'
import { rowOf, sightingRow } from './observation-rows.ts'
import type { OpenedScan } from './opened-scans.ts'
import { pageOf } from './page-of.ts'
import type { ServiceParts } from './parts.ts'
import { pictureUrl } from './picture-url.ts'
import { findingView, resultOf, rowKey, rowView } from './result-view.ts'
import { scanIn } from './scans.ts'

export function resultsRouter(os: Implementer, { catalog, opened }: ServiceParts) {
  const dirOf = async (id: string): Promise<string> => scanIn(await catalog.scans(), id).dir
  const open = async (id: string): Promise<OpenedScan> => opened.open(await dirOf(id))

  return {
    open: os.results.open.handler(async ({ input: { id } }) => {
      const scan = await open(id)
      // Read on while a person looks at the matrix: the next click asks for it. A failure is told then.
      setImmediate(() => void scan.evidence().catch(() => undefined))
      return resultOf(id, scan)
    }),
    cell: os.results.cell.handler(async ({ input: { id, row: key, state, stepId } }) => {
      const scan = await open(id)
      const { matrix, findings } = scan.assessment
      const row = matrix.find((each) => rowKey(each) === key)
      const cell = row?.cells.find((each) => each.state === state && each.stepId === stepId)
      if (!row || !cell) throw notFound('cell', 'There is no such cell in this scan; open the matrix and choose one.')
      const { byId, sightingOf } = await scan.evidence()
      const { observations, ...rest } = cell
      const isAbout = new Set(observations)
      return {
        row: rowView(row),
        cell: { ...rest, count: observations.length },
        observations: observations.flatMap((each) => {
          const seen = byId.get(each)
          return seen ? [rowOf(seen, sightingOf.get(each))] : []
        }),
        findings: findings.filter(({ evidence }) => evidence.some((each) => isAbout.has(each))).map(findingView),
      }
    }),
    finding: os.results.finding.handler(async ({ input: { id, key } }) => {
      const scan = await open(id)
      const finding = scan.assessment.findings.find((each) => each.key === key)
      if (!finding) throw notFound('finding', 'This scan has no such finding; it may have been judged anew.')
      const { byId, sightingOf } = await scan.evidence()
      const evidence = finding.evidence.slice(0, MOST_EVIDENCE).flatMap((each) => {
        const seen = byId.get(each)
        return seen ? [rowOf(seen, sightingOf.get(each))] : []
      })
      return { finding: findingView(finding), evidence }
    }),
    sightings: os.results.sightings.handler(async ({ input: { id, offset, limit, ...filter } }) => {
      const { assessment } = await open(id)
      return pageOf(assessment.sightings.filter(sightingFilter(filter)), { offset, limit }, sightingRow)
    }),
    observations: os.results.observations.handler(async ({ input: { id, offset, limit, ...filter } }) => {
      const { observations, sightingOf } = await (await open(id)).evidence()
      const fits = observationFilter(filter)
      const wanted = observations.filter((seen) => fits(seen, sightingOf.get(seen.id)))
      return pageOf(wanted, { offset, limit }, (seen) => rowOf(seen, sightingOf.get(seen.id)))
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
    picture: os.results.picture.handler(async ({ input: { id, path } }) => {
      const url = await pictureUrl(await dirOf(id), path)
      if (url === null) throw notFound('picture', `There is no picture ${path} in this scan.`)
      return { url }
    }),
    body: os.results.body.handler(async ({ input: { id, sha256 } }) => {
      const bytes = (await readBodies(await dirOf(id), [sha256])).get(sha256)
      if (!bytes) throw notFound('body', `There is no ${layout.bodies}/${sha256} in this scan.`)
      return bodyView(bytes)
    }),
    verification: os.results.verification.handler(async ({ input: { id } }) => verifyBundle(await dirOf(id))),
  }
}

const MOST_EVIDENCE = 1000

function bodyView(bytes: Uint8Array): { readonly text: string; readonly bytes: number; readonly isText: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes: bytes.length, isText: true }
  } catch {
    return { text: Buffer.from(bytes).toString('base64'), bytes: bytes.length, isText: false }
  }
}
