import { jsonObject, pairs, read, readCategories, unreadable, type Signal } from './signal.ts'

/** OneTrust keeps `groups=C0001:1,C0002:0...` in a cookie; its page API lists the groups that are active. */
export const onetrust: Signal = {
  standard: 'onetrust',
  title: 'OneTrust',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^OptanonConsent$/ },
    {
      in: 'page',
      expression: `typeof window.OnetrustActiveGroups === 'string' ? JSON.stringify({ active: window.OnetrustActiveGroups }) : null`,
    },
  ],
  decode(raw) {
    const active = jsonObject(raw)?.['active']
    if (typeof active === 'string') {
      const granted = active.split(',').filter((group) => OPTIONAL.test(group))
      return granted.length > 0 ? read(granted, []) : read([], ['all optional groups'])
    }
    const groups = pairs(raw, /&/, '=').find(([name]) => name === 'groups')?.[1]
    if (groups === undefined) return unreadable('no groups')
    const all = pairs(groups, /,/, ':').filter(([name]) => !NECESSARY.test(name))
    // Groups of the site's own making may be always active; they only count where there are no usual ones.
    const usual = all.filter(([name]) => OPTIONAL.test(name))
    return readCategories((usual.length > 0 ? usual : all).map(([name, is]) => [name, is === '1']))
  },
}

/** Performance, targeting, social; C0001 is strictly necessary and C0003 functional. */
const OPTIONAL = /^C000[245]$/
const NECESSARY = /^(C000[13]|1)$/
