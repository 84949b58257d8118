import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Axeptio keeps yes or no per vendor beside fields of its own that begin with `$$`. */
export const axeptio: Signal = {
  standard: 'axeptio',
  title: 'Axeptio',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^axeptio_cookies$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored) return unreadable('no JSON object')
    if (stored['$$completed'] !== true) return readCategories([])
    const vendors = Object.entries(stored).filter(([name]) => !name.startsWith('$$'))
    return readCategories(vendors.flatMap(([name, is]) => (typeof is === 'boolean' ? [[name, is]] : [])))
  },
}
