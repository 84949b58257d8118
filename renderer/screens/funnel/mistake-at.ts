import type { PlanMistake } from '../../../main/contract.ts'

/** What is wrong there, or below it. */
export function mistakeAt(mistakes: readonly PlanMistake[], ...path: readonly (string | number)[]): string | undefined {
  return mistakes.find((mistake) => path.every((part, index) => mistake.path[index] === part))?.text
}
