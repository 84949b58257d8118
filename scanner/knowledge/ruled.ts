import type { Identification } from '../model.ts'
import type { Ruling } from './ruling.ts'

export type Ruled = (answer: Identification) => Identification

export const unruled: Ruled = (answer) => answer

/** Answers as the user has decided them, saying so; the ruling on a fact goes before the ruling on its vendor. */
export function ruledBy(rulings: readonly Ruling[]): Ruled {
  const byCitation = new Map(rulings.map((ruling) => [ruling.of, ruling]))
  return (answer) => {
    const ruling = byCitation.get(answer.source) ?? byCitation.get(answer.vendorId ?? '')
    if (!ruling) return answer
    return {
      ...answer,
      category: ruling.category,
      disputed: answer.disputed || ruling.category !== answer.category,
      source: `${answer.source}; category set by you: ${ruling.because}`,
    }
  }
}
