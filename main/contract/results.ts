import { type } from '@orpc/contract'
import * as z from 'zod'
import type { CauseEdge } from '../../scanner/causes/cause-graph.ts'
import type { CauseNode } from '../../scanner/causes/cause-node.ts'
import type {
  Assessment,
  Category,
  Finding,
  MatrixCell,
  MatrixRow,
  Observation,
  ObservationKind,
  ObservationOf,
  Party,
  Plan,
  Environment,
  Sighting,
  Stamp,
  Wording,
} from '../../scanner/model.ts'
import { observationKind } from '../../scanner/store/schemas/gap.ts'
import { category, moment, party } from '../../scanner/store/schemas/words.ts'
import type { Verification } from '../../scanner/store/verify-bundle.ts'
import { id, page, procedure, type Page } from './procedure.ts'

const scanId = z.object({ id })
const observationId = z.string().max(200)

/** An empty list asks for nothing in particular: all of them. */
const filter = {
  kinds: z.array(observationKind).default([]),
  states: z.array(moment).default([]),
  stepIds: z.array(z.string()).default([]),
  runs: z.array(z.int()).default([]),
  vendorIds: z.array(z.string()).default([]),
  categories: z.array(category).default([]),
  parties: z.array(party).default([]),
  /** In names, keys and addresses; capitals do not matter. */
  text: z.string().max(1000).default(''),
}

/** By which column a table of observations is sorted. */
const order = z
  .object({
    by: z.enum(['at', 'state', 'step', 'phase', 'kind', 'title', 'detail', 'vendor', 'category']),
    isDescending: z.boolean(),
  })
  .default({ by: 'at', isDescending: false })

export type ObservationOrder = z.infer<typeof order>

/** The result of a scan, from the sentence on top down to the single observation. */
export const results = {
  /** All but the long lists. Fast, whatever the size of the evidence. */
  open: procedure.input(scanId).output(type<Result>()),
  /** What a mark of the matrix stands for. `row` is `MatrixRowView.key`. */
  cell: procedure
    .input(z.object({ id, row: z.string().max(10_000), state: moment, stepId: z.string().max(200) }))
    .output(type<CellDetail>()),
  finding: procedure.input(z.object({ id, key: z.string().max(10_000) })).output(type<FindingDetail>()),
  sightings: procedure.input(z.object({ id, ...filter, ...page })).output(type<Page<SightingRow>>()),
  /** In the order of time, unless another one is asked for. */
  observations: procedure
    .input(z.object({ id, ...filter, ids: z.array(observationId).max(10_000).default([]), order, ...page }))
    .output(type<Page<ObservationRow>>()),
  observation: procedure.input(z.object({ id, observationId })).output(type<ObservationDetail>()),
  /** What something led to directly, in the order of time. `of` is `CauseLink.id`. */
  effects: procedure.input(z.object({ id, of: z.string().max(10_000), ...page })).output(type<Page<CauseLink>>()),
  /** Banners, clicks, proofs and signals of every journey. */
  consent: procedure.input(scanId).output(type<readonly ConsentJourney[]>()),
  /** Every picture there is, without its bytes. */
  pictures: procedure.input(scanId).output(type<readonly ObservationOf<'screenshot'>[]>()),
  /** A PNG as a `data:` URL, also while the scan is running. */
  picture: procedure.input(z.object({ id, path: z.string().max(500) })).output(type<{ readonly url: string }>()),
  /** The body a request was sent with. */
  body: procedure
    .input(z.object({ id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(type<{ readonly text: string; readonly bytes: number; readonly isText: boolean }>()),
  verification: procedure.input(scanId).output(type<Verification>()),
}

export interface Result extends Omit<Assessment, 'matrix' | 'sightings' | 'findings'> {
  readonly id: string
  readonly matrix: readonly MatrixRowView[]
  readonly findings: readonly FindingView[]
  readonly plan: Plan
  readonly environment: Environment
  /** SHA-256 of the manifest: what citations name; `null` when it was never sealed. */
  readonly manifestSha256: string | null
  readonly sealedBy: string | null
  /** What is incomplete about the bundle, in sentences. */
  readonly notes: readonly string[]
}

export interface MatrixRowView extends Omit<MatrixRow, 'cells'> {
  /** Names this row in this scan and any other of the same funnel. */
  readonly key: string
  readonly cells: readonly MatrixCellView[]
}

export interface MatrixCellView extends Omit<MatrixCell, 'observations'> {
  /** How many observations it stands for. */
  readonly count: number
}

export interface FindingView extends Omit<Finding, 'evidence'> {
  readonly evidenceCount: number
}

export interface CellDetail {
  readonly row: MatrixRowView
  readonly cell: MatrixCellView
  readonly observations: readonly ObservationRow[]
  readonly findings: readonly FindingView[]
}

export interface FindingDetail {
  readonly finding: FindingView
  /** The first thousand. */
  readonly evidence: readonly ObservationRow[]
}

export interface SightingRow extends Omit<Sighting, 'observations'> {
  readonly count: number
  readonly firstObservationId: string | null
}

/** One line of a table; `results.observation` has the rest. */
export interface ObservationRow extends Stamp {
  readonly kind: ObservationKind
  /** Address, cookie name, storage key, title ... as the page chose it: only ever text. At most 2,000 characters. */
  readonly title: string
  readonly host: string | null
  readonly told: ToldTime
  /** Method and status, effect, lifetime ... */
  readonly detail: string
  readonly detailWording: Wording
  readonly vendorId: string | null
  readonly vendorName: string | null
  readonly category: Category | null
  readonly party: Party | null
}

/** When it was seen, as a person tells it: `412 ms after the click`. */
export interface ToldTime {
  readonly since: 'click' | 'load' | 'start'
  readonly ms: number
}

export interface ObservationDetail {
  readonly observation: Observation
  readonly row: ObservationRow
  readonly sighting: SightingRow | null
  /** Those that rest on it. */
  readonly findings: readonly FindingView[]
  /** From the page to this, oldest cause first; the last one is this. Empty for what neither causes nor is caused. */
  readonly chain: readonly CauseLink[]
  /** The picture of that moment. */
  readonly picture: ObservationOf<'screenshot'> | null
  /** When the page of this step was asked for, in ms since the run began; to tell times by. */
  readonly loadedAt: number | null
  /** The latest click on the banner before it. */
  readonly clickedAt: number | null
  /** Bundle hash, observation, time and sentence, to be copied. */
  readonly citation: string
}

/** A member of the tree of causes: a page, its tags, what they asked for, and what was stored. */
export interface CauseLink {
  /** What `results.effects` is asked by. */
  readonly id: string
  readonly is: CauseNode['kind']
  /** At most 2,000 characters. */
  readonly title: string
  /** How the one it hangs on caused it; `null` for what begins the tree. */
  readonly how: CauseEdge['how'] | null
  /** Where in the one it hangs on, counted from 1. */
  readonly line: number | null
  /** Others that were on the stack as well, nearest first; at most ten. */
  readonly others: readonly string[]
  /** `null` for a cause that nobody saw arriving. */
  readonly observationId: string | null
  readonly at: number | null
  /** `null` where `at` is. */
  readonly told: ToldTime | null
  readonly utc: string | null
  readonly vendorId: string | null
  readonly vendorName: string | null
  readonly category: Category | null
  /** How much of what hangs on it. */
  readonly led: readonly { readonly is: CauseNode['kind']; readonly count: number }[]
}

export interface ConsentJourney {
  readonly run: number
  readonly journey: Stamp['journey']
  readonly banners: readonly ObservationOf<'banner'>[]
  readonly choices: readonly ObservationOf<'choice'>[]
  readonly pictures: readonly ObservationOf<'screenshot'>[]
  readonly signals: readonly ConsentSignalRow[]
}

export interface ConsentSignalRow {
  readonly observationId: string
  readonly stepId: string
  readonly at: number
  readonly standard: string
  readonly where: string
  readonly raw: string
  /** What it says, in words; `null` when it cannot be read. */
  readonly says: string | null
}
