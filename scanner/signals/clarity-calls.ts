import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** Consent calls that wait for Clarity to load: `clarity('consentv2', { ad_Storage, analytics_Storage })`, or the old one. */
export const clarityCalls: Signal = {
  standard: 'clarity-calls',
  title: 'Microsoft Clarity consent calls',
  speaker: 'vendor',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const calls = Array.from(window.clarity?.q ?? [], (call) => Array.from(call)).filter(([name]) => /^consent/.test(String(name)))
        if (calls.length === 0) return null
        const [name, told] = calls.at(-1)
        return JSON.stringify(name === 'consentv2' ? { ...told } : { all: told !== false })
      })()`,
    },
  ],
  decode(raw) {
    const told = jsonObject(raw)
    if (!told) return unreadable('no JSON object')
    if (typeof told['all'] === 'boolean') return told['all'] ? read(STORAGES, []) : read([], STORAGES)
    // Clarity reads what is missing as denied.
    const isGranted = (name: string): boolean => String(told[name]).toLowerCase() === 'granted'
    return read(
      STORAGES.filter(isGranted),
      STORAGES.filter((name) => !isGranted(name)),
    )
  },
}

const STORAGES = ['ad_Storage', 'analytics_Storage']
