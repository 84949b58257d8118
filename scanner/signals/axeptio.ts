import { jsonObject, readCategories, unescaped, unreadable, type Signal } from './signal.ts'

/** Axeptio keeps yes or no per vendor beside fields of its own that begin with `$$`. */
export const axeptio: Signal = {
  standard: 'axeptio',
  title: 'Axeptio',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^axeptio_cookies$/ },
    { in: 'cookie', name: /^axeptio_authorized_vendors$/ },
  ],
  decode(raw) {
    const stored = jsonObject(raw)
    // `,matomo,google_ads,`: those allowed; the other cookie names those refused.
    if (!stored && /^,[\w,-]*$/.test(unescaped(raw)))
      return readCategories(listed(unescaped(raw)).map((name) => [name, true]))
    if (!stored) return unreadable('no JSON object')
    if (stored['$$completed'] !== true) return readCategories([])
    const vendors = Object.entries(stored).filter(([name]) => !name.startsWith('$$'))
    return readCategories(vendors.flatMap(([name, is]) => (typeof is === 'boolean' ? [[name, is]] : [])))
  },
}

const listed = (text: string): readonly string[] => text.split(',').filter(Boolean)
