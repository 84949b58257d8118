import type { Evidence, Observation, ObservationOf, Proof, StateVerdict } from '../model.ts'
import { weigh } from '../signals/traces/weigh.ts'
import { told } from '../said.ts'

interface Held {
  readonly verdict: StateVerdict
  readonly because: string
  readonly proof: readonly Proof[]
}

/**
 * Whether a choice that was proven when it was made held afterwards: the page it was made on is loaded again, and a
 * banner that is back there contradicts it. One that asks again on a later page, perhaps on another host, is a
 * contradiction for the rules to read; the choice was made all the same. Whoever only closed a banner may meet it again.
 */
export function held(evidence: Evidence, choice: ObservationOf<'choice'>, since: readonly Observation[]): Held {
  const { because, verdict } = choice
  if (verdict !== 'proven' || choice.choice === 'close') return { verdict, because, proof: choice.proof }
  const looks = since.filter(
    (seen): seen is ObservationOf<'banner'> => seen.kind === 'banner' && seen.state !== 'choosing',
  )
  const labelOf = (stepId: string): string => evidence.plan.steps.find(({ id }) => id === stepId)?.label ?? stepId
  const here = looks.filter(({ stepId }) => stepId === choice.stepId)
  const again = here.map(({ visible }) => gone(!visible, told`when ${labelOf(choice.stepId)} was loaded again`))
  const later = looks.filter(({ stepId }) => stepId !== choice.stepId)
  const onward = [true, false].flatMap((isBack) => {
    const labels = [...new Set(later.filter(({ visible }) => visible === isBack).map(({ stepId }) => labelOf(stepId)))]
    return labels.length === 0 ? [] : [gone(!isBack, told`on ${someOf(labels)}`)]
  })
  const proof = [...choice.proof, ...again, ...onward]
  const contradictions = again.filter(({ agrees }) => !agrees).map(({ detail }) => detail)
  if (contradictions.length === 0 || weigh(choice.choice, [...choice.proof, ...again]).isProven)
    return { verdict, because, proof }
  return { verdict: 'inconclusive', because: told`${because}; but ${contradictions.join(', and ')}`, proof }
}

/** As `listed` says it. */
function someOf(labels: readonly string[]): string {
  const more = labels.length - 3
  return more > 0 ? told`${labels.slice(0, 3).join(', ')} and ${more} more` : labels.join(', ')
}

const gone = (agrees: boolean, when: string): Proof => ({
  kind: 'banner-gone',
  agrees,
  detail: agrees ? told`there was no banner ${when}` : told`the banner was back ${when}`,
})
