import type { ComparedCell, ComparedMark, Comparison } from '../../scanner/model.ts'
import type { ComparedCellView, ComparedMarkView, ComparisonView } from '../contract.ts'

/** A comparison without the names of its observations: small whatever the size of the evidence. */
export function comparisonView({ matrix, ...comparison }: Comparison): ComparisonView {
  return { ...comparison, matrix: matrix.map((row) => ({ ...row, cells: row.cells.map(cellView) })) }
}

export function cellView({ before, after, ...cell }: ComparedCell): ComparedCellView {
  return { ...cell, before: markView(before), after: markView(after) }
}

function markView({ observations, ...mark }: ComparedMark): ComparedMarkView {
  return { ...mark, count: observations.length }
}
