import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** Sourcepoint keeps, per legal order, whether all was consented to, something, or nothing. */
export const sourcepoint: Signal = {
  standard: 'sourcepoint',
  title: 'Sourcepoint',
  speaker: 'cmp',
  places: [{ in: 'local', name: /^_sp_user_consent_\d+$/ }],
  decode(raw) {
    const gdpr = fieldsOf(jsonObject(raw)?.['gdpr'])
    const status = fieldsOf(gdpr?.['consentStatus'])
    if (!status) return unreadable('no consent status under the GDPR')
    if (status['hasConsentData'] === false) return read([], [])
    if (status['consentedAll'] === true || status['consentedToAll'] === true) return read(['all'], [])
    if (status['rejectedAll'] === true) return read([], ['all'])
    if (status['consentedToAny'] === true) return read(['some'], ['some'])
    return status['rejectedAny'] === true ? read([], ['all']) : read([], [])
  },
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null ? { ...value } : null
