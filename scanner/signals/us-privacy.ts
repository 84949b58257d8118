import { read, unreadable, type Signal } from './signal.ts'

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
  decode(raw) {
    const [, , optedOut] = /^1([YN-])([YN-])[YN-]$/i.exec(raw) ?? []
    if (optedOut === undefined) return unreadable('not 1 and three of Y, N, -')
    if (optedOut === '-') return read([], [])
    return optedOut.toUpperCase() === 'Y' ? read([], ['sale']) : read(['sale'], [])
  },
}
