import type { ConsentState, Coverage, MatrixRow, Plan, StateAssessment, Wording } from '../model.ts'
import { counted, when } from '../phrases.ts'
import type { BlindSpot } from '../rules/rule.ts'
import { asWritten, capitalised, NOTHING, said, together } from '../said.ts'
import { isProven } from '../states.ts'

export interface HeadlineOptions {
  readonly states: readonly StateAssessment[]
  readonly matrix: readonly MatrixRow[]
  readonly coverage: Coverage
  readonly blindSpots: readonly BlindSpot[]
}

/** The answer in words and figures. It never says that a site is clean: only what was seen, where, and what stayed open. */
export function headlineOf(plan: Plan, { states, matrix, coverage, blindSpots }: HeadlineOptions): Wording {
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
  return together([...sentences, ...unsteady(states), ...unclassified(matrix), ...unseen(states, blindSpots)])
}

/** Rows with a mark where it should not be. */
function alarmed(matrix: readonly MatrixRow[], state: ConsentState): readonly MatrixRow[] {
  return matrix.filter(({ cells }) => cells.some((cell) => cell.state === state && cell.alert))
}

function onPages(state: ConsentState, rows: readonly MatrixRow[], plan: Plan, { visits }: Coverage): Wording {
  const reached = new Set(visits.filter((each) => each.state === state && each.visited).map(({ stepId }) => stepId))
    .size
  const all = plan.steps.length
  const then = capitalised(when(state))
  const ofAll = reached === all ? counted(all, 'page') : ofThose(reached, all)
  if (rows.length === 0) {
    return reached === all
      ? said`${then} nothing that would normally need consent was seen on ${all} of ${ofAll}.`
      : said`${then} nothing that would normally need consent was seen on ${ofAll}.`
  }
  const pages = new Set(
    rows.flatMap(({ cells }) => cells.filter((cell) => cell.state === state && cell.alert).map(({ stepId }) => stepId)),
  ).size
  return rows.length === 1
    ? said`${then} ${1} vendor that would normally need consent was active on ${pages} of ${ofAll}.`
    : said`${then} ${rows.length} vendors that would normally need consent were active on ${pages} of ${ofAll}.`
}

function ofThose(reached: number, all: number): Wording {
  return reached === 1
    ? said`the ${1} page that were reached, of ${all}`
    : said`the ${reached} pages that were reached, of ${all}`
}

/** What became of the vendors that were active before any choice. */
function sequel(state: ConsentState, before: readonly MatrixRow[], now: readonly MatrixRow[]): Wording {
  const stayed = now.filter((row) => before.includes(row)).length
  const them = before.length === 1 ? ofOne(stayed === 1) : shareOf(stayed, before.length)
  return said`${capitalised(when(state))} ${them}${newcomers(now.length - stayed, stayed)}.`
}

function ofOne(hasStayed: boolean): Wording {
  return hasStayed ? said`it stayed` : said`it was not seen again`
}

function shareOf(stayed: number, of: number): Wording {
  if (stayed === 0) return said`none of them was seen again`
  if (stayed === of) return said`all ${of} of them stayed`
  return said`${stayed} of them stayed`
}

function newcomers(others: number, stayed: number): Wording {
  if (others === 0) return NOTHING
  if (stayed === 0) return others === 1 ? said`, but ${1} other appeared` : said`, but ${others} others appeared`
  return others === 1 ? said` and ${1} other appeared` : said` and ${others} others appeared`
}

function unprovenSentence({ state, verdict, because }: StateAssessment): Wording {
  switch (verdict) {
    case 'no-banner':
      return said`No banner was found, so nothing could be rejected or accepted.`
    case 'not-offered':
      return state === 'accepted' || state === 'gated'
        ? said`The banner offered no way to accept.`
        : said`The banner offered no way to reject.`
    default:
      return said`What happens ${when(state)} is inconclusive: ${asWritten(because.replace(/\.$/, ''))}.`
  }
}

/** What rests on some of the runs only. */
function unsteady(states: readonly StateAssessment[]): readonly Wording[] {
  return states
    .filter(({ proven, runs }) => proven.length > 0 && proven.length < runs)
    .map(({ state, proven, runs }) => said`What happens ${when(state)} was proven in ${proven.length} of ${runs} runs.`)
}

function unclassified(matrix: readonly MatrixRow[]): readonly Wording[] {
  const amount = matrix.filter(
    ({ category, cells }) => category === 'unclassified' && cells.some(({ mark }) => DID_SOMETHING.has(mark)),
  ).length
  if (amount === 0) return []
  return [
    amount === 1 ? said`${1} unclassified party needs review.` : said`${amount} unclassified parties need review.`,
  ]
}

const DID_SOMETHING: ReadonlySet<string> = new Set(['stored', 'sent', 'both'])

/** Silence on these pages would say less than it seems to. */
function unseen(states: readonly StateAssessment[], blindSpots: readonly BlindSpot[]): readonly Wording[] {
  const pages = new Set(blindSpots.filter((spot) => isProven(states, spot)).map(({ stepId }) => stepId)).size
  return pages === 0 ? [] : [said`On ${counted(pages, 'page')} not everything could be seen.`]
}
