import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Moove's GDPR Cookie Compliance keeps `"1"` or `"0"` per category; "strict" is what needs no consent. */
export const moove: Signal = {
  standard: 'moove',
  title: 'GDPR Cookie Compliance by Moove',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^moove_gdpr_popup$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored) return unreadable('no JSON object')
    const found = Object.entries(stored).filter(([name, is]) => name !== 'strict' && /^[01]$/.test(String(is)))
    if (found.length === 0) return unreadable('no categories')
    return readCategories(found.map(([name, is]) => [name, String(is) === '1']))
  },
}
