import { jsonInBase64, readCategories, unreadable, type Signal } from './signal.ts'

/** CookieHub keeps whether somebody answered, and yes or no per category, as JSON in base64. */
export const cookiehub: Signal = {
  standard: 'cookiehub',
  title: 'CookieHub',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^cookiehub$/ }],
  decode(raw) {
    const stored = jsonInBase64(raw)
    if (!stored) return unreadable('no JSON in base64')
    if (stored['answered'] !== true) return readCategories([])
    if (!Array.isArray(stored['categories'])) return unreadable('no categories')
    const categories = stored['categories'].map((each) => Object(each) as Readonly<Record<string, unknown>>)
    return readCategories(
      categories.flatMap(({ id, value }) =>
        typeof id === 'string' && typeof value === 'boolean' ? [[id, value]] : [],
      ),
    )
  },
}
