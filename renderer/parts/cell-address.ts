import type { ConsentState } from '../../main/contract.ts'

/** A cell of a matrix, as an address names it. */
export interface CellAddress {
  readonly row: string
  readonly state: ConsentState
  readonly stepId: string
}

export function cellText({ state, stepId, row }: CellAddress): string {
  return [state, stepId, row].join(' ')
}

/** State and step have no blanks in them; the key of a row may. */
export function openedOf(text: string | null): CellAddress | null {
  const [state, stepId, ...row] = (text ?? '').split(' ')
  return state && stepId && row.length > 0 ? { state: state as ConsentState, stepId, row: row.join(' ') } : null
}
