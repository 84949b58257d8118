import type {
  Category,
  ConsentState,
  Finding,
  Moment,
  Observation,
  Party,
  Sighting,
  StandingRuling,
  StorageArea,
} from '../../model.ts'
import { rulingsBeside } from '../../rulings.ts'
import { compareText, matrixGroups, rowKey, type MatrixGroup } from '../matrix-layout.ts'
import { CATEGORIES, STATE_NAMES } from '../names.ts'
import type { ReportInput } from '../report-format.ts'

/** A report with its vendors in order and its names at hand: what every section reads from. */
export interface Reading extends ReportInput {
  readonly groups: readonly MatrixGroup[]
  readonly vendors: readonly VendorReading[]
  vendor(of: { readonly vendorId: string | null; readonly name: string }): VendorReading | null
  stepLabel(stepId: string): string
  /** What people decided about a finding or what it rests on. */
  rulingsOn(finding: Finding): readonly StandingRuling[]
  /** Place of a step in the funnel, from 0; steps nobody knows come last. */
  stepOrder(stepId: string): number
  seen(ids: readonly string[]): readonly Observation[]
  /** Address of a screenshot within the report. */
  pictureAnchor(screenshotId: string): string
}

export interface VendorReading {
  /** For addresses within the report; never made of what a page chose. */
  readonly anchor: string
  readonly name: string
  readonly category: Category
  readonly disputed: boolean
  readonly party: Party
  readonly requests: readonly Sighting[]
  readonly stored: readonly Sighting[]
}

export function read(report: ReportInput): Reading {
  const groups = matrixGroups(report.assessment)
  const vendors = vendorsOf(report, groups)
  const { steps } = report.assessment
  const beside = rulingsBeside(report.assessment, report.rulings)
  const labels = new Map(steps.map(({ id, label }) => [id, label]))
  const pictures = [...report.observations.values()].filter(({ kind }) => kind === 'screenshot')
  const pictureNumbers = new Map(pictures.map(({ id }, index) => [id, index + 1]))
  const order = new Map(steps.map(({ id }, index) => [id, index]))
  return {
    ...report,
    groups,
    vendors: [...vendors.values()],
    vendor: (of) => vendors.get(rowKey(of)) ?? null,
    rulingsOn: ({ key }) => beside.get(key) ?? [],
    stepLabel: (stepId) => labels.get(stepId) ?? stepId,
    stepOrder: (stepId) => order.get(stepId) ?? steps.length,
    seen: (ids) => ids.map((id) => report.observations.get(id)).filter((each) => each !== undefined),
    pictureAnchor: (id) => `picture-${pictureNumbers.get(id) ?? 0}`,
  }
}

/** Consent states of the plan, then what was seen while choosing. */
export function momentsOf({ assessment }: Reading): readonly Moment[] {
  return [...assessment.states.map(({ state }) => state), 'choosing']
}

export function statesOf({ assessment }: Reading): readonly ConsentState[] {
  return assessment.states.map(({ state }) => state)
}

/** `No choice, Accepted`, in the order of the plan. */
export function stateNames(reading: Reading, moments: Iterable<Moment>): string {
  const all = new Set(moments)
  return momentsOf(reading)
    .filter((moment) => all.has(moment))
    .map((moment) => STATE_NAMES[moment])
    .join(', ')
}

/** Whether these are all steps of a funnel that is long enough to say so in fewer words. */
export function coverFunnel({ assessment }: Reading, stepIds: Iterable<string>): boolean {
  const count = new Set(stepIds).size
  return count > 2 && count === assessment.steps.length
}

/** In the order of the matrix; vendors that have no row there follow by category and name. */
function vendorsOf(report: ReportInput, groups: readonly MatrixGroup[]): ReadonlyMap<string, VendorReading> {
  const byKey = new Map<string, Sighting[]>()
  for (const sighting of report.assessment.sightings) {
    const known = byKey.get(rowKey(sighting))
    if (known) known.push(sighting)
    else byKey.set(rowKey(sighting), [sighting])
  }
  const rows = groups.flatMap((group) => group.rows)
  const others = [...byKey.values()]
    .flatMap(([first]) => (first ? [first] : []))
    .toSorted(
      (a, b) =>
        CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
        compareText(a.name, b.name) ||
        compareText(rowKey(a), rowKey(b)),
    )
  const vendors = new Map<string, VendorReading>()
  for (const { vendorId, name, category, disputed, party } of [...rows, ...others]) {
    const key = rowKey({ vendorId, name })
    if (vendors.has(key)) continue
    const sightings = byKey.get(key) ?? []
    vendors.set(key, {
      anchor: `vendor-${vendors.size + 1}`,
      name,
      category,
      disputed,
      party,
      requests: sightings.filter(({ kind }) => kind === 'request'),
      stored: sightings.filter(({ kind }) => kind !== 'request'),
    })
  }
  return vendors
}

export const AREA_NAMES: Readonly<Record<StorageArea, string>> = {
  local: 'local storage',
  session: 'session storage',
  indexeddb: 'IndexedDB',
  cache: 'cache storage',
  'service-worker': 'service worker',
}
