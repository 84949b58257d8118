import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Wix keeps a one or a zero per purpose, under short names, and when that was. */
export const wix: Signal = {
  standard: 'wix',
  title: 'Wix consent policy',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^consent-policy$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored) return unreadable('no JSON object')
    const found = PURPOSES.filter(([short]) => stored[short] === 0 || stored[short] === 1)
    if (found.length === 0) return unreadable('none of its purposes')
    return readCategories(found.map(([short, name]) => [name, stored[short] === 1]))
  },
}

const PURPOSES = [
  ['func', 'functional'],
  ['anl', 'analytics'],
  ['adv', 'advertising'],
  ['dt3', 'data to third parties'],
] as const
