import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Civic Cookie Control keeps "accepted" or "revoked" per category, and whether somebody used it. */
export const civic: Signal = {
  standard: 'civic',
  title: 'Civic Cookie Control',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^CookieControl$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored || typeof stored['optionalCookies'] !== 'object') return unreadable('no optional cookies')
    if (stored['interactedWith'] === false) return readCategories([])
    const categories = Object.entries(Object(stored['optionalCookies']) as object)
    return readCategories(
      categories.flatMap(([name, is]) => (is === 'accepted' || is === 'revoked' ? [[name, is === 'accepted']] : [])),
    )
  },
}
