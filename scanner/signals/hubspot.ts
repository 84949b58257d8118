import { pairs, readCategories, unescaped, unreadable, type Signal } from './signal.ts'

/** HubSpot's banner keeps `1:true,2:false,3:true`: analytics, advertising, functions. Underscores part them too. */
export const hubspot: Signal = {
  standard: 'hubspot',
  title: 'HubSpot consent banner',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^__hs_cookie_cat_pref$/ }],
  decode(raw) {
    const found = pairs(unescaped(raw), /[,_]/, ':').flatMap(([number, is]): (readonly [string, boolean])[] => {
      const name = CATEGORIES.get(number)
      return name !== undefined && /^(true|false)$/.test(is) ? [[name, is === 'true']] : []
    })
    return found.length === 0 ? unreadable('none of its categories') : readCategories(found)
  },
}

const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['1', 'analytics'],
  ['2', 'advertisement'],
  ['3', 'functionality'],
])
