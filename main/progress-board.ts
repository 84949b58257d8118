import Table from 'cli-table3'
import type { ConsentState, Plan, ScanEvent, StateVerdict } from '../scanner/model.ts'
import { cutMiddle, visible } from '../scanner/reports/foreign-text.ts'
import { STATE_NAMES } from '../scanner/reports/names.ts'

/** How far a scan is: a row per step, a column per state, and what was counted. Knows nothing of time or terminals. */
export interface ProgressBoard {
  note(event: ScanEvent): void
  draw(): string
  /** `3 of 15 visits`. */
  visits(): string
}

export function openBoard(plan: Plan): ProgressBoard {
  const columns = new Map(plan.states.map((state) => [state, newColumn()]))
  return {
    note(event) {
      const state = stateOf(event)
      const column = state === null ? undefined : columns.get(state)
      if (column) noteIn(column, event)
    },
    draw: () => table(plan, columns),
    visits() {
      const made = [...columns.values()].flatMap(({ done }) => [...done.values()]).reduce((sum, each) => sum + each, 0)
      return `${made} of ${plan.steps.length * plan.states.length * plan.runs} visits`
    },
  }
}

/** One state, all its runs together. */
interface Column {
  readonly here: Set<string>
  readonly done: Map<string, number>
  readonly failed: Set<string>
  readonly verdicts: StateVerdict[]
  requests: number
  stored: number
  gaps: number
}

function newColumn(): Column {
  return { here: new Set(), done: new Map(), failed: new Set(), verdicts: [], requests: 0, stored: 0, gaps: 0 }
}

function stateOf(event: ScanEvent): ConsentState | null {
  if (event.type === 'started') return null
  return event.type === 'gap' ? event.gap.journey : event.state
}

function noteIn(column: Column, event: ScanEvent): void {
  switch (event.type) {
    case 'step-started':
      column.here.add(event.stepId)
      break
    case 'step-done':
      column.here.delete(event.stepId)
      column.done.set(event.stepId, (column.done.get(event.stepId) ?? 0) + 1)
      break
    case 'observed':
      if (event.kind === 'request') column.requests++
      if (event.kind === 'cookie-write' || event.kind === 'storage-write') column.stored++
      break
    case 'choice':
      column.verdicts.push(event.verdict)
      break
    case 'gap':
      column.gaps++
      if (event.gap.kind === 'step-failed' || event.gap.kind === 'step-timeout') column.failed.add(event.gap.stepId)
      break
    case 'started':
  }
}

function table(plan: Plan, columns: ReadonlyMap<ConsentState, Column>): string {
  const each = (cell: (column: Column) => string): string[] => [...columns.values()].map(cell)
  const rows = [
    ['', ...[...columns.keys()].map((state) => STATE_NAMES[state])],
    ...plan.steps.map(({ id, label }) => [
      cutMiddle(visible(label), LABEL_WIDTH),
      ...each((column) => mark(column, id, plan.runs)),
    ]),
    ['Choice', ...each(({ verdicts }) => verdicts.at(-1) ?? '')],
    ['Requests', ...each(({ requests }) => String(requests))],
    ['Stored', ...each(({ stored }) => String(stored))],
    ...([...columns.values()].some(({ gaps }) => gaps > 0) ? [['Gaps', ...each(({ gaps }) => String(gaps))]] : []),
  ]
  const drawn = new Table({ chars: NO_LINES, style: { head: [], border: [], 'padding-left': 0, 'padding-right': 3 } })
  drawn.push(...rows)
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** Of one run a shape, of more a count. */
function mark(column: Column, stepId: string, runs: number): string {
  const done = column.done.get(stepId) ?? 0
  const isHere = column.here.has(stepId)
  if (runs > 1) return done === 0 && !isHere ? '·' : `${done}/${runs}${isHere ? ' …' : ''}`
  if (isHere) return '…'
  return done === 0 ? '·' : column.failed.has(stepId) ? '✗' : '●'
}

const LABEL_WIDTH = 32

const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .concat('mid', 'mid-mid', 'middle')
    .map((name) => [name, '']),
)
