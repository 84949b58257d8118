import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Termly keeps yes or no per category beside what it caches of its own service. */
export const termly: Signal = {
  standard: 'termly',
  title: 'Termly',
  speaker: 'cmp',
  places: [{ in: 'local', name: /^TERMLY_API_CACHE$/ }],
  decode(raw) {
    const cache = jsonObject(raw)
    if (!cache) return unreadable('no JSON object')
    const consent: unknown = (Object(cache['TERMLY_COOKIE_CONSENT']) as Readonly<Record<string, unknown>>)['value']
    // Filled before anybody has chosen.
    if (consent === undefined || consent === null) return readCategories([])
    const categories = Object.entries(Object(consent) as object)
    return readCategories(categories.flatMap(([name, is]) => (typeof is === 'boolean' ? [[name, is]] : [])))
  },
}
