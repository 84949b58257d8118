import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Borlabs Cookie lists the groups a visitor allowed; what is not in the list was refused. */
export const borlabs: Signal = {
  standard: 'borlabs',
  title: 'Borlabs Cookie',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^borlabs-cookie$/ }],
  decode(raw) {
    const consents = jsonObject(raw)?.['consents']
    if (typeof consents !== 'object' || consents === null) return unreadable('no consents')
    const groups = Object.keys(consents)
    return readCategories(OPTIONAL.map((name) => [name, groups.includes(name)]))
  },
}

const OPTIONAL = ['statistics', 'marketing']
