import { jsonObject, read, readCategories, unreadable, type Signal } from './signal.ts'

/** iubenda keeps `purposes: { 1: true, 4: false ... }` in a cookie named after the site. */
export const iubenda: Signal = {
  standard: 'iubenda',
  title: 'iubenda',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^_iub_cs-\d+$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored) return unreadable('no JSON object')
    const purposes = Object.entries(Object(stored['purposes']) as object)
    if (purposes.length > 0) {
      return readCategories(purposes.map(([number, is]) => [PURPOSES[number] ?? `purpose ${number}`, is === true]))
    }
    // Sites that ask for everything at once.
    if (stored['consent'] === true) return read(['all'], [])
    return stored['consent'] === false ? read([], ['all']) : unreadable('neither purposes nor consent')
  },
}

const PURPOSES: Readonly<Record<string, string>> = {
  1: 'necessary',
  2: 'functionality',
  3: 'experience',
  4: 'measurement',
  5: 'marketing',
}
