import { bitsOf, numberAt } from './bits.ts'

/**
 * Ids of the sections of a GPP string, from its header; `null` when that cannot be read. Read here and not by the
 * library: ids are Fibonacci coded ranges, and a header of a dozen characters may claim a billion of them.
 */
export function sectionIdsIn(header: string): readonly number[] | null {
  const bits = bitsOf(header)
  if (bits === null || numberAt(bits, 0, 6) !== HEADER_TYPE || numberAt(bits, 6, 6) !== HEADER_VERSION) return null
  const entries = numberAt(bits, 12, 12)
  const ids: number[] = []
  let at = 24
  for (let entry = 0; entry < entries; entry++) {
    const isRange = bits[at] === '1'
    const first = fibonacciAt(bits, at + 1)
    const last = first && isRange ? fibonacciAt(bits, first.end) : first
    if (!first || !last) return null
    const from = first.value + (ids.at(-1) ?? 0)
    const to = isRange ? from + last.value : from
    if (to > MOST_SECTIONS) return null
    for (let id = from; id <= to; id++) ids.push(id)
    at = last.end
  }
  return Number.isNaN(entries) ? null : ids
}

const HEADER_TYPE = 3
const HEADER_VERSION = 1
/** 27 are defined. */
const MOST_SECTIONS = 200

/** A sum of Fibonacci numbers, one bit for each from the smallest on; two ones in a row end it. */
function fibonacciAt(bits: string, from: number): { readonly value: number; readonly end: number } | null {
  let value = 0
  let [here, next] = [1, 2]
  for (let at = from; at + 1 < bits.length; at++) {
    if (bits[at] === '1') value += here
    if (bits[at] === '1' && bits[at + 1] === '1') return { value, end: at + 2 }
    ;[here, next] = [next, here + next]
  }
  return null
}
