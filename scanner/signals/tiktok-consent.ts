import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** Consent calls that wait for TikTok's pixel to load: `ttq.holdConsent()`, `grantConsent()`, `revokeConsent()`. */
export const tiktokConsent: Signal = {
  standard: 'tiktok-consent',
  title: 'TikTok Pixel consent calls',
  speaker: 'vendor',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const names = (Array.isArray(window.ttq) ? window.ttq : []).map((call) => String(call?.[0])).filter((name) => /^(hold|grant|revoke)Consent$/.test(name))
        return names.length === 0 ? null : JSON.stringify({ last: names.at(-1) })
      })()`,
    },
  ],
  decode(raw) {
    switch (jsonObject(raw)?.['last']) {
      case 'grantConsent':
        return read(['tracking'], [])
      case 'revokeConsent':
        return read([], ['tracking'])
      case 'holdConsent':
        return read([], [])
      default:
        return unreadable('none of hold, grant and revoke')
    }
  },
}
