import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** What Microsoft's UET on the page was told: the state it keeps, else the calls that wait for it to load. */
export const uetConsent: Signal = {
  standard: 'uet-consent',
  title: 'Microsoft UET consent mode',
  speaker: 'vendor',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const kept = window.uetq?.uetConfig?.consent
        if (kept?.enabled) return JSON.stringify({ ad_storage: kept.adStorageAllowed ? 'granted' : 'denied' })
        const waiting = Array.isArray(window.uetq) ? window.uetq : []
        const told = waiting.filter((each, index) => waiting[index - 2] === 'consent' && each?.ad_storage)
        return told.length === 0 ? null : JSON.stringify({ ad_storage: String(told.at(-1).ad_storage) })
      })()`,
    },
  ],
  decode(raw) {
    const storage = jsonObject(raw)?.['ad_storage']
    if (storage === 'granted') return read(['ad_storage'], [])
    return storage === 'denied' ? read([], ['ad_storage']) : unreadable('neither granted nor denied')
  },
}
