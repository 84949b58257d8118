import { decodeTcString, type TcReading } from './iab/tc-string.ts'
import type { Signal } from './signal.ts'

/** IAB TCF 2.2 and 2.3: purposes and vendors, consents and legitimate interests, restrictions and who wrote it all down. */
export const tcf: Signal<TcReading> = {
  standard: 'tcf',
  title: 'IAB TCF string',
  speaker: 'standard',
  places: [
    {
      in: 'page',
      expression: `new Promise((resolve) => {
        if (typeof window.__tcfapi !== 'function') return resolve(null)
        window.__tcfapi('getTCData', 2, (data, ok) => resolve(ok && data?.tcString ? String(data.tcString) : null))
        setTimeout(resolve, 300, null)
      })`,
    },
    { in: 'cookie', name: /^(euconsent-v2|eupubconsent-v2)$/ },
    { in: 'query', parameter: 'gdpr_consent', host: /./ },
  ],
  decode: decodeTcString,
}
