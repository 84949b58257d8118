import { requests } from '../../scanner/collectors/requests.ts'
import type { RequestFact } from '../../scanner/model.ts'
import { fakePen, type FakePen } from './fake-pen.ts'
import { fakeSession, type Answers } from './fake-session.ts'
import { fakeTarget, type FakeTarget } from './fake-target.ts'
import { paused } from './network-events.ts'

/** The requests collector on one page that says what a test makes it say. */
export interface RecordedRequests extends FakePen, FakeTarget {
  readonly facts: () => readonly RequestFact[]
  readonly flush: (isLast?: boolean) => void
  readonly witness: (...seen: Parameters<typeof paused>) => void
}

const JAR = { browser: fakeSession().session, browserContextId: 'C1' }

export function recordedRequests(answers: Answers = {}): RecordedRequests {
  const pen = fakePen()
  const target = fakeTarget({}, answers)
  const recorded = requests.begin(pen.pen)
  recorded.attach(target.target)
  return {
    ...pen,
    ...target,
    facts: () => pen.drafts('request'),
    flush: (isLast = true) => recorded.flush?.(isLast),
    witness: (...seen) => recorded.witness?.(paused(...seen), JAR),
  }
}
