import type {
  AcceptedPart,
  ConsentState,
  Coverage,
  Evidence,
  ObservationOf,
  Sighting,
  StateAssessment,
  Wording,
} from '../model.ts'
import { listed, when } from '../phrases.ts'
import { asWritten, said, spelled } from '../said.ts'

/** What was visited, what was missed, and what no scan of this kind can see; printed whatever was found. */
export function coverageOf(
  evidence: Evidence,
  sightings: readonly Sighting[],
  states: readonly StateAssessment[],
): Coverage {
  return {
    visits: visitsOf(evidence),
    gaps: evidence.gaps,
    notCovered: notCovered(evidence, states).map(spelled),
    counts: countsOf(evidence, sightings),
  }
}

function visitsOf({ plan, observations, gaps }: Evidence): Coverage['visits'] {
  const pages = new Map<string, ObservationOf<'page'>>()
  const runs = new Map<ConsentState, Set<number>>(plan.states.map((state) => [state, new Set()]))
  for (const seen of observations) {
    runs.get(seen.journey)?.add(seen.run)
    if (seen.kind === 'page') pages.set(`${seen.run} ${seen.journey} ${seen.stepId}`, seen)
  }
  for (const { journey, run } of gaps) runs.get(journey)?.add(run)
  return plan.states.flatMap((state) =>
    [...(runs.get(state) ?? [])]
      .toSorted((a, b) => a - b)
      .flatMap((run) =>
        plan.steps.map(({ id: stepId }) => {
          const page = pages.get(`${run} ${state} ${stepId}`)
          const { url = null, status = null, quiet = false } = page ?? {}
          return { run, state, stepId, visited: page !== undefined, url, status, quiet }
        }),
      ),
  )
}

/** Runs of which nothing is said, though others of their state were proven. */
function unprovenRuns(states: readonly StateAssessment[]): readonly Wording[] {
  return states
    .filter(({ proven, runs }) => proven.length > 0 && proven.length < runs)
    .map(
      ({ state, because }) =>
        said`What happens ${when(state)} was proven ${asWritten(because)}. What was not proven was not judged.`,
    )
}

const STATE_NAMES: Readonly<Record<Exclude<ConsentState, AcceptedPart>, Wording>> = {
  'no-choice': said`no choice`,
  scrolled: said`scrolled only`,
  closed: said`banner closed`,
  rejected: said`rejected`,
  accepted: said`accepted`,
  withdrawn: said`withdrawn`,
  gpc: said`Global Privacy Control`,
  gated: said`gated`,
}

/** Fixed sentences, so that two reports can be laid side by side; each stands only where it is true. */
export function notCovered(evidence: Evidence, states: readonly StateAssessment[]): readonly Wording[] {
  const { plan, environment, observations } = evidence
  const left = (Object.keys(STATE_NAMES) as (keyof typeof STATE_NAMES)[]).filter(
    (state) => !plan.states.includes(state),
  )
  const { ended } = environment
  const isRecording = plan.viewport.width === 0
  const sentences: readonly (Wording | false)[] = [
    ended === 'cancelled' && said`The scan was cancelled: what comes after that moment was not seen.`,
    ended !== 'cancelled' &&
      ended !== 'complete' &&
      said`The scan ended early: what comes after that moment was not seen.`,
    left.length > 0 &&
      said`Consent states that were not scanned: ${listed(
        left.map((state) => STATE_NAMES[state]),
        8,
      )}.`,
    plan.runs === 1 && said`Each state was visited once: what a page does only now and then may be missing.`,
    said`One vantage point: one machine, one network address, ${plan.locale}, ${windowOf(plan)}. Other visitors may be served something else.`,
    Object.keys(environment.hostMap).length > 0 &&
      said`Host names were mapped to other addresses: the public site may answer differently.`,
    environment.thirdPartyCookies === 'block' &&
      said`The browser blocked third-party cookies: visitors whose browser allows them may be given more.`,
    environment.settle === 'virtual' &&
      said`The clock of the pages was put forward to bring their timers on: what depends on real time may differ.`,
    !isRecording && !plan.scroll && scrollSentence(plan),
    said`What vendors do on servers cannot be seen from a browser: server-side tagging, data passed on from the site’s own server, joins by e-mail address.`,
    !isRecording && !plan.lookups.cnames && said`DNS was not asked which names of the site stand for somebody else.`,
    !isRecording && formsSentence(plan),
    said`Pages outside the funnel’s steps were not visited.`,
    !observations.some(({ kind }) => kind === 'declaration') &&
      said`No cookie policy, and no list of cookies in the banner, was read.`,
    isRecording &&
      said`The recording does not tell whether the device was read without storing anything (fingerprinting).`,
    !isRecording && said`A banner drawn as an image cannot be read.`,
  ]
  return [...unprovenRuns(states), ...sentences.filter((sentence) => sentence !== false)]
}

/** How far the plan let the visitor go with forms. */
function formsSentence({ steps }: Evidence['plan']): Wording {
  if (steps.some(({ go }) => go.kind === 'submit'))
    return said`Only the forms that the plan names were filled in and sent: what follows on others was not seen.`
  return steps.some(({ fill }) => fill.length > 0)
    ? said`Forms were filled in as the plan says, and none was sent: what follows on that was not seen.`
    : said`Forms were not filled in, nothing was bought, nobody logged in: what follows on that was not seen.`
}

function scrollSentence({ states }: Evidence['plan']): Wording {
  return states.includes('scrolled')
    ? said`Pages were scrolled by one visitor only: what begins further down was not seen in the other states.`
    : said`Pages were not scrolled: what begins only further down was not seen.`
}

/** Another program's recording does not tell. */
function windowOf({ viewport: { width, height } }: Evidence['plan']): Wording {
  return width === 0 ? said`a window of unknown size` : said`a window of ${`${width} × ${height}`}`
}

/** Of the whole scan: cookies by name and domain, storage by origin and key. */
function countsOf({ observations }: Evidence, sightings: readonly Sighting[]): Coverage['counts'] {
  let requests = 0
  const cookies = new Set<string>()
  const storage = new Set<string>()
  for (const seen of observations) {
    if (seen.kind === 'request') requests += 1
    if (seen.kind === 'cookie' || seen.kind === 'cookie-write') cookies.add(`${seen.name}\n${seen.domain}`)
    if (seen.kind === 'storage' || seen.kind === 'storage-write') storage.add(`${seen.area} ${seen.origin} ${seen.key}`)
  }
  // A single common name on the window is a hint, and counts for nobody.
  const seen = sightings.filter(({ kind, confidence }) => kind !== 'page-marks' || confidence !== 'indicative')
  const vendors = new Set(seen.map(({ vendorId }) => vendorId).filter((id) => id !== null))
  return { requests, cookies: cookies.size, storage: storage.size, vendors: vendors.size }
}
