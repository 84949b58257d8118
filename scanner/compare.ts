import { differencesOf, isComparable } from './compare/differences.ts'
import { changedFindings } from './compare/findings.ts'
import { changedItems } from './compare/items.ts'
import { madeOtherwise, type Made } from './compare/made-otherwise.ts'
import type { Assessment, ComparedScan, Comparison } from './model.ts'

/**
 * What is new, fixed and changed between two scans of a funnel: by key, state and step, never by value. What one of them
 * could not have seen is never called fixed or new. With `made`, how each was recorded, it is said where that differs.
 */
export function compare(before: Assessment, after: Assessment, made?: readonly [Made, Made]): Comparison {
  const comparable = isComparable(before, after)
  const { changes, unchanged } = comparable ? changedFindings(before, after) : { changes: [], unchanged: 0 }
  return {
    before: scanOf(before),
    after: scanOf(after),
    comparable,
    differences: [...differencesOf(before, after), ...(made ? madeOtherwise(...made) : [])],
    findings: changes,
    items: comparable ? changedItems(before, after) : [],
    unchanged,
  }
}

function scanOf({ scan: { name, site, startedAt }, versions }: Assessment): ComparedScan {
  return { name, site, startedAt, tool: versions.tool, knowledge: versions.knowledge }
}
