import { readCategories, unescaped, unreadable, type Signal } from './signal.ts'

/** Cookiebot keeps `{stamp:'...',necessary:true,statistics:false...}` in a cookie, which is not quite JSON. */
export const cookiebot: Signal = {
  standard: 'cookiebot',
  title: 'Cookiebot',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^CookieConsent$/ },
    {
      in: 'page',
      expression: `(() => {
        const { hasResponse, consent } = window.Cookiebot ?? {}
        if (!hasResponse || !consent) return null
        const { preferences, statistics, marketing } = consent
        return '{preferences:' + preferences + ',statistics:' + statistics + ',marketing:' + marketing + '}'
      })()`,
    },
  ],
  decode(raw) {
    const text = unescaped(raw)
    // -1: no consent is asked for in this region.
    if (text === '-1') return readCategories([])
    const found = [...text.matchAll(/\b(preferences|statistics|marketing)["']?:\s*(true|false)\b/g)]
    if (found.length === 0) return unreadable('none of its categories')
    return readCategories(found.map(([, name = '', is]) => [name, is === 'true']))
  },
}
