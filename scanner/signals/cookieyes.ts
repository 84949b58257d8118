import { jsonObject, pairs, readCategories, unescaped, unreadable, type Signal } from './signal.ts'

/** CookieYes keeps `consent:yes,action:yes,analytics:no...`; without an action there was no choice yet. */
export const cookieyes: Signal = {
  standard: 'cookieyes',
  title: 'CookieYes',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^cookieyes-consent$/ },
    {
      in: 'page',
      expression: `typeof window.getCkyConsent === 'function' ? JSON.stringify(window.getCkyConsent()) : null`,
    },
  ],
  decode(raw) {
    const state = jsonObject(raw)
    if (state) {
      const categories = Object.entries(Object(state['categories']) as object)
      if (state['isUserActionCompleted'] !== true) return readCategories([])
      return readCategories(categories.map(([name, is]) => [name, is === true]))
    }
    const found = new Map(pairs(unescaped(raw), /,/, ':'))
    if (!found.has('consent')) return unreadable('no consent field')
    if (found.get('action') !== 'yes') return readCategories([])
    return readCategories(CATEGORIES.flatMap((name) => (found.has(name) ? [[name, found.get(name) === 'yes']] : [])))
  },
}

const CATEGORIES = ['analytics', 'performance', 'advertisement', 'other']
