import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** Cookie-Script keeps the action, and the categories when they were picked one by one. */
export const cookieScript: Signal = {
  standard: 'cookie-script',
  title: 'Cookie-Script',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^CookieScriptConsent$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    const action = stored?.['action']
    const list = typeof stored?.['categories'] === 'string' ? stored['categories'] : ''
    const picked = OPTIONAL.filter((name) => list.includes(`"${name}"`))
    if (action === 'reject') return read([], ['all'])
    if (action !== 'accept') return unreadable('neither accepted nor rejected')
    if (list === '') return read(['all'], [])
    return read(
      picked,
      OPTIONAL.filter((name) => !picked.includes(name)),
    )
  },
}

const OPTIONAL = ['performance', 'targeting']
