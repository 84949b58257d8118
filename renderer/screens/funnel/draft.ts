import type { PlanDraft, StepRole } from '../../../main/contract.ts'

/** A plan draft as a form sees it: read kindly, for it may hold anything, and changed without touching the rest. */

export interface DraftStep {
  readonly id: string
  readonly label: string
  readonly role: StepRole
  readonly goal: string | null
  /** An address; `null` when the step is reached by a click, which the file describes. */
  readonly url: string | null
  readonly raw: Readonly<Record<string, unknown>>
}

export function stepsOf(draft: PlanDraft): readonly DraftStep[] {
  return (Array.isArray(draft['steps']) ? draft['steps'] : []).map((given: unknown) => {
    const raw = record(given)
    const go = record(raw['go'])
    return {
      id: word(raw['id']),
      label: word(raw['label']),
      role: (word(raw['role']) || 'page') as StepRole,
      goal: word(raw['goal']) || null,
      url: 'click' in go || 'submit' in go ? null : word(go['url']),
      raw,
    }
  })
}

export function withStep(draft: PlanDraft, index: number, change: Partial<Omit<DraftStep, 'raw'>>): PlanDraft {
  const { url, ...rest } = change
  return withSteps(
    draft,
    rawSteps(draft).map((raw, at) =>
      at === index ? { ...raw, ...rest, ...(url == null ? {} : { go: { url } }) } : raw,
    ),
  )
}

export function withoutStep(draft: PlanDraft, index: number): PlanDraft {
  return withSteps(
    draft,
    rawSteps(draft).filter((_, at) => at !== index),
  )
}

/** One place up (-1) or down (1). */
export function withStepMoved(draft: PlanDraft, index: number, by: -1 | 1): PlanDraft {
  const steps = rawSteps(draft)
  const [moved, other] = [steps[index], steps[index + by]]
  if (!moved || !other) return draft
  return withSteps(
    draft,
    steps.map((step, at) => (at === index ? other : at === index + by ? moved : step)),
  )
}

/** Taken out and put in where another one is. */
export function withStepAt(draft: PlanDraft, from: number, to: number): PlanDraft {
  const steps = rawSteps(draft)
  const moved = steps[from]
  if (!moved) return draft
  const rest = steps.filter((_, at) => at !== from)
  return withSteps(draft, [...rest.slice(0, to), moved, ...rest.slice(to)])
}

export function withNewStep(draft: PlanDraft): PlanDraft {
  const steps = rawSteps(draft)
  const taken = new Set(stepsOf(draft).map(({ id }) => id))
  const number = steps.map((_, index) => index + 1).find((each) => !taken.has(`page-${each}`)) ?? steps.length + 1
  return withSteps(draft, [...steps, { id: `page-${number}`, role: 'page', go: { url: '/' } }])
}

export function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

function withSteps(draft: PlanDraft, steps: readonly unknown[]): PlanDraft {
  return { ...draft, steps }
}

function rawSteps(draft: PlanDraft): readonly Readonly<Record<string, unknown>>[] {
  return stepsOf(draft).map(({ raw }) => raw)
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
