import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Osano says ACCEPT or DENY per category. */
export const osano: Signal = {
  standard: 'osano',
  title: 'Osano',
  speaker: 'cmp',
  places: [
    {
      in: 'page',
      expression: `window.Osano?.cm?.getConsent && !window.Osano.cm.dialogOpen ? JSON.stringify(window.Osano.cm.getConsent()) : null`,
    },
  ],
  decode(raw) {
    const stored = Object.entries(jsonObject(raw) ?? {}).filter(([, is]) => is === 'ACCEPT' || is === 'DENY')
    if (stored.length === 0) return unreadable('no category that is accepted or denied')
    const asked = stored.filter(([name]) => name !== 'OPT_OUT' && name !== 'PERSONALIZATION' && name !== 'STORAGE')
    return readCategories(asked.map(([name, is]) => [name.toLowerCase(), is === 'ACCEPT']))
  },
}
