import { bitsOf, numberAt } from './bits.ts'

/**
 * How many vendor ids a TC string makes its reader write down, counted without writing any. A range of a few bits may
 * claim 65,535 ids, and a hostile string thousands of such ranges; the library would be busy with them for minutes.
 */
export function claimedVendors(tcString: string): number {
  const [core = '', ...others] = tcString.split('.').map((segment) => bitsOf(segment) ?? '')
  const consents = vectorAt(core, VENDOR_CONSENTS)
  const interests = vectorAt(core, consents.end)
  const segments = others.map((bits) => vectorAt(bits, SEGMENT_TYPE_BITS).ids)
  const restricted = restrictionsAt(core, interests.end)
  return [consents.ids, interests.ids, restricted, ...segments].reduce((sum, ids) => sum + ids, 0)
}

const VENDOR_CONSENTS = 213
const SEGMENT_TYPE_BITS = 3

interface Counted {
  readonly ids: number
  /** Where what follows begins. */
  readonly end: number
}

function vectorAt(bits: string, from: number): Counted {
  const maxId = numberAt(bits, from, 16)
  if (bits[from + 16] === '1') return rangesAt(bits, from + 17)
  return Number.isNaN(maxId) ? { ids: 0, end: bits.length } : { ids: maxId, end: from + 17 + maxId }
}

function rangesAt(bits: string, from: number): Counted {
  const entries = numberAt(bits, from, 12)
  let at = from + 12
  let ids = 0
  for (let entry = 0; entry < entries && at < bits.length; entry++) {
    const isRange = bits[at] === '1'
    const first = numberAt(bits, at + 1, 16)
    const last = isRange ? numberAt(bits, at + 17, 16) : first
    if (last >= first) ids += last - first + 1
    at += isRange ? 33 : 17
  }
  return { ids, end: at }
}

function restrictionsAt(bits: string, from: number): number {
  const restrictions = numberAt(bits, from, 12)
  let at = from + 12
  let ids = 0
  for (let each = 0; each < restrictions && at < bits.length; each++) {
    const vendors = rangesAt(bits, at + 8)
    ids += vendors.ids
    at = vendors.end
  }
  return ids
}
