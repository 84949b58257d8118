import { read, unreadable, type Signal } from './signal.ts'

/** Meta on a request: `dpo=LDU` limits the use of data for people in some states of the US. Empty: no limit. */
export const metaDpo: Signal = {
  standard: 'meta-dpo',
  title: 'Meta Limited Data Use (dpo)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'dpo', host: /(^|\.)facebook\.com$/ }],
  decode(raw) {
    if (raw === '') return read([], [])
    return raw.split(',').includes('LDU') ? read([], ['full data use']) : unreadable('options we do not know')
  },
}
