import { decodeUsPrivacy } from './iab/us-privacy-string.ts'
import type { Signal } from './signal.ts'

/** IAB US Privacy string: version, notice given, opted out of sale, covered by the LSPA. */
export const usPrivacy: Signal = {
  standard: 'us-privacy',
  title: 'IAB US Privacy string',
  speaker: 'standard',
  places: [
    { in: 'cookie', name: /^(usprivacy|us_privacy)$/ },
    { in: 'query', parameter: 'us_privacy', host: /./ },
    {
      in: 'page',
      expression: `new Promise((resolve) => {
        if (typeof window.__uspapi !== 'function') return resolve(null)
        window.__uspapi('getUSPData', 1, (data, ok) => resolve(ok ? String(data?.uspString) : null))
        setTimeout(resolve, 300, null)
      })`,
    },
  ],
  decode: decodeUsPrivacy,
}
