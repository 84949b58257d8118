import type { EvidenceLog, JourneyLog } from '../evidence-log.ts'
import { identityOf, type CookieInJar } from '../collectors/set-cookie.ts'
import type { ConsentState } from '../model.ts'
import { ALL_KINDS, tellBlindness, type Losses } from './blindness.ts'
import { KnownJar } from './known-jar.ts'
import { momentsOf, type MomentOfVisit } from './moments.ts'
import { RequestTeller } from './request-teller.ts'
import { stepId } from './imported-plan.ts'
import { choiceOf } from '../states.ts'
import { startOf, type HarVisit } from './visits.ts'

export interface RunOptions {
  /** Sets the clock of the log, in ms since the epoch. */
  readonly goTo: (time: number) => void
  readonly run: number
  readonly state: ConsentState
  readonly losses: Losses
}

/** Writes the visits of one run as one journey. */
export async function tellRun(log: EvidenceLog, visits: readonly HarVisit[], options: RunOptions): Promise<void> {
  const { goTo, run, state, losses } = options
  const [first] = visits
  if (!first) return
  goTo(startOf(first))
  const journey = log.journey({ run, journey: state })
  const jar = new KnownJar()
  const requests = new RequestTeller(journey.pen, run)
  const moments = momentsOf(visits, state)
  const beforeChoice = new Set<string>()
  for (const [index, visit] of visits.entries()) {
    const moment = moments.each[index]
    goTo(startOf(visit))
    journey.enter(stepId(index))
    journey.state(moment?.moment ?? 'choosing')
    tellBlindness(journey.pen, losses)
    if (moment) tellMoment(journey, moment)
    for (const entry of visit.entries) {
      goTo(entry.startedAt)
      journey.phase(visit.loadedAt !== null && entry.startedAt > visit.loadedAt ? 'idle' : 'load')
      const requestId = requests.tell(entry, visit.url ?? entry.url.href)
      jar.sent(entry)
      for (const cookie of jar.answered(entry)) tellWrite(journey, cookie, requestId)
    }
    tellPage(journey, visit)
    for (const { isKnown, ...cookie } of jar.inventory()) {
      // When a script set it is not told: it may have been before the choice, and must not count as after it.
      const isOfUnknownTime = !isKnown && choiceOf(state) !== null && moment?.moment !== 'choosing'
      if (!isOfUnknownTime || beforeChoice.has(identityOf(cookie))) journey.pen.write({ kind: 'cookie', ...cookie })
      if (moment?.moment === 'choosing') beforeChoice.add(identityOf(cookie))
    }
    await log.flush()
  }
  if (moments.conclusion) journey.pen.write(moments.conclusion)
}

function tellMoment({ pen }: JourneyLog, { choice, doubt }: MomentOfVisit): void {
  if (choice) pen.write(choice)
  if (doubt !== null) pen.gap('step-failed', ALL_KINDS, doubt)
}

function tellWrite({ pen }: JourneyLog, cookie: CookieInJar, requestId: string): void {
  const effect = cookie.lifetimeDays !== null && cookie.lifetimeDays <= 0 ? 'deleted' : 'set'
  pen.write({ kind: 'cookie-write', ...cookie, setBy: 'http', effect, refusedBecause: null, requestId, stack: [] })
}

function tellPage({ pen }: JourneyLog, visit: HarVisit): void {
  if (visit.url === null) pen.gap('step-failed', ALL_KINDS, 'the imported files do not hold the document of this page')
  else
    pen.write({
      kind: 'page',
      requestedUrl: visit.requestedUrl,
      url: visit.url,
      status: visit.status,
      title: visit.title ?? '',
      quiet: visit.loadedAt !== null,
    })
}
