import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** consentmanager tells on the page whether somebody has chosen, and yes or no per purpose. */
export const consentmanager: Signal = {
  standard: 'consentmanager',
  title: 'consentmanager',
  speaker: 'cmp',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const told = typeof window.__cmp === 'function' ? window.__cmp('getCMPData') : null
        if (!told?.userChoiceExists) return null
        const { purposeConsents = {}, purposesList = [] } = told
        const names = new Map(purposesList.map(({ id, name }) => [String(id), name]))
        const all = new Set([...names.keys(), ...Object.keys(purposeConsents)])
        return JSON.stringify(Object.fromEntries([...all].map((id) => [names.get(id) || 'purpose ' + id, Boolean(purposeConsents[id])])))
      })()`,
    },
  ],
  decode(raw) {
    const purposes = jsonObject(raw)
    if (!purposes) return unreadable('no JSON object')
    return readCategories(
      Object.entries(purposes).flatMap(([name, is]) => (typeof is === 'boolean' ? [[name, is]] : [])),
    )
  },
}
