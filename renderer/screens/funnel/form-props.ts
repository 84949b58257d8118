import type { PlanDraft, PlanMistake } from '../../../main/contract.ts'

/** What every part of the form is given: the whole draft, and what is wrong with it. */
export interface FormProps {
  readonly draft: PlanDraft
  readonly onChange: (draft: PlanDraft) => void
  readonly mistakes: readonly PlanMistake[]
}
