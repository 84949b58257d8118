import type { ConsentState, Coverage, MatrixRow, Plan, StateAssessment } from '../model.ts'
import type { BlindSpot } from '../rules/rule.ts'
import { isProven } from '../states.ts'
import { counted, sentence, when } from '../words.ts'

export interface HeadlineOptions {
  readonly states: readonly StateAssessment[]
  readonly matrix: readonly MatrixRow[]
  readonly coverage: Coverage
  readonly blindSpots: readonly BlindSpot[]
}

/** The answer in words and figures. It never says that a site is clean: only what was seen, where, and what stayed open. */
export function headlineOf(plan: Plan, { states, matrix, coverage, blindSpots }: HeadlineOptions): string {
  const proven = new Set(states.filter(({ verdict }) => verdict === 'proven').map(({ state }) => state))
  const before = proven.has('no-choice') ? alarmed(matrix, 'no-choice') : []
  const sentences = states.flatMap((assessed) => {
    const { state } = assessed
    if (!proven.has(state)) return [unprovenSentence(assessed)]
    if (state === 'accepted' || state === 'gated') return []
    const now = alarmed(matrix, state)
    const isSequel = state !== 'no-choice' && before.length > 0
    return [isSequel ? sequel(state, before, now) : onPages(state, now, plan, coverage)]
  })
  return [...new Set([...sentences, ...unsteady(states), ...unclassified(matrix), ...unseen(states, blindSpots)])].join(
    ' ',
  )
}

/** Rows with a mark where it should not be. */
function alarmed(matrix: readonly MatrixRow[], state: ConsentState): readonly MatrixRow[] {
  return matrix.filter(({ cells }) => cells.some((cell) => cell.state === state && cell.alert))
}

const NEED = 'that would normally need consent'

function onPages(state: ConsentState, rows: readonly MatrixRow[], plan: Plan, { visits }: Coverage): string {
  const reached = new Set(visits.filter((each) => each.state === state && each.visited).map(({ stepId }) => stepId))
    .size
  const all = plan.steps.length
  const ofAll = reached === all ? counted(all, 'page') : `the ${counted(reached, 'page')} that were reached, of ${all}`
  if (rows.length === 0)
    return `${sentence(when(state))} nothing ${NEED} was seen on ${reached === all ? `${all} of ` : ''}${ofAll}.`
  const pages = new Set(
    rows.flatMap(({ cells }) => cells.filter((cell) => cell.state === state && cell.alert).map(({ stepId }) => stepId)),
  ).size
  return `${sentence(when(state))} ${counted(rows.length, 'vendor')} ${NEED} ${were(rows.length)} active on ${pages} of ${ofAll}.`
}

/** What became of the vendors that were active before any choice. */
function sequel(state: ConsentState, before: readonly MatrixRow[], now: readonly MatrixRow[]): string {
  const stayed = now.filter((row) => before.includes(row)).length
  const others = now.length - stayed
  const them =
    before.length === 1 ? (stayed === 1 ? 'it stayed' : 'it was not seen again') : shareOf(stayed, before.length)
  const more =
    others === 0 ? '' : `${stayed === 0 ? ', but' : ' and'} ${others} ${others === 1 ? 'other' : 'others'} appeared`
  return `${sentence(when(state))} ${them}${more}.`
}

function shareOf(stayed: number, of: number): string {
  if (stayed === 0) return 'none of them was seen again'
  return stayed === of ? `all ${of} of them stayed` : `${stayed} of them stayed`
}

function unprovenSentence({ state, verdict, because }: StateAssessment): string {
  switch (verdict) {
    case 'no-banner':
      return 'No banner was found, so nothing could be rejected or accepted.'
    case 'not-offered':
      return `The banner offered no way to ${state === 'accepted' || state === 'gated' ? 'accept' : 'reject'}.`
    default:
      return `What happens ${when(state)} is inconclusive: ${because.replace(/\.$/, '')}.`
  }
}

/** What rests on some of the runs only. */
function unsteady(states: readonly StateAssessment[]): readonly string[] {
  return states
    .filter(({ proven, runs }) => proven.length > 0 && proven.length < runs)
    .map(({ state, proven, runs }) => `What happens ${when(state)} was proven in ${proven.length} of ${runs} runs.`)
}

function unclassified(matrix: readonly MatrixRow[]): readonly string[] {
  const amount = matrix.filter(
    ({ category, cells }) => category === 'unclassified' && cells.some(({ mark }) => DID_SOMETHING.has(mark)),
  ).length
  if (amount === 0) return []
  return [amount === 1 ? '1 unclassified party needs review.' : `${amount} unclassified parties need review.`]
}

const DID_SOMETHING: ReadonlySet<string> = new Set(['stored', 'sent', 'both'])

/** Silence on these pages would say less than it seems to. */
function unseen(states: readonly StateAssessment[], blindSpots: readonly BlindSpot[]): readonly string[] {
  const pages = new Set(blindSpots.filter((spot) => isProven(states, spot)).map(({ stepId }) => stepId)).size
  return pages === 0 ? [] : [`On ${counted(pages, 'page')} not everything could be seen.`]
}

function were(amount: number): string {
  return amount === 1 ? 'was' : 'were'
}
