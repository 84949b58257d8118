import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Usercentrics keeps one status per service; its page API tells which are essential. */
export const usercentrics: Signal = {
  standard: 'usercentrics',
  title: 'Usercentrics',
  speaker: 'cmp',
  places: [
    { in: 'local', name: /^(uc_settings|ucData|usercentrics)$/ },
    {
      in: 'page',
      expression: `(async () => {
        const services = window.UC_UI?.getServicesBaseInfo?.()
        if (Array.isArray(services)) {
          return JSON.stringify({ services: services.map(({ name, isEssential, consent }) => ({ name, isEssential, status: consent?.status === true })) })
        }
        const details = await window.__ucCmp?.getConsentDetails?.()
        const found = Object.values(details?.services ?? {})
        if (found.length === 0) return null
        return JSON.stringify({ services: found.map(({ name, essential, consent }) => ({ name, isEssential: essential === true, status: consent?.given === true })) })
      })()`,
    },
  ],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored) return unreadable('no JSON object')
    const services = servicesIn(stored)
    if (!services) return unreadable('no services')
    return readCategories(
      services.flatMap((service, index) => {
        const status = service['status'] ?? service['consentStatus'] ?? service['consent']
        if (typeof status !== 'boolean' || service['isEssential'] === true) return []
        return [[typeof service['name'] === 'string' ? service['name'] : `service ${index + 1}`, status]]
      }),
    )
  },
}

type Fields = Readonly<Record<string, unknown>>

/** A list in version 2, an object by id inside `consent` in version 3, `consents` before. */
function servicesIn(stored: Fields): readonly Fields[] | null {
  const consent = Object(stored['consent']) as Fields
  const found = stored['services'] ?? stored['consents'] ?? consent['services']
  if (typeof found !== 'object' || found === null) return null
  return Object.values(found).map((service) => Object(service) as Fields)
}
