import { pairs, read, unescaped, unreadable, type Signal } from './signal.ts'

/** TrustArc keeps the levels a visitor allowed: 0 required only, 1 functional, 2 advertising. */
export const trustarc: Signal = {
  standard: 'trustarc',
  title: 'TrustArc',
  speaker: 'cmp',
  places: [{ in: 'cookies', name: /^(notice_preferences|notice_gdpr_prefs|cmapi_cookie_privacy)$/ }],
  decode(raw) {
    const stored = new Map(pairs(raw, /;/, '='))
    const levels = stored.get('notice_gdpr_prefs') ?? stored.get('notice_preferences')
    if (levels !== undefined && /^[\d,]+:?/.test(unescaped(levels)))
      return readLevels(unescaped(levels).match(/\d/g) ?? [], '2')
    // "permit 1,2,3" counts from one.
    const permitted = /^permit ([\d,]+)/.exec(stored.get('cmapi_cookie_privacy') ?? '')?.[1]
    return permitted === undefined ? unreadable('no levels') : readLevels(permitted.split(','), '3')
  },
}

const readLevels = (levels: readonly string[], advertising: string): ReturnType<typeof read> =>
  levels.includes(advertising) ? read(['advertising'], []) : read([], ['advertising'])
