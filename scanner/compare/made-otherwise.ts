import type { Evidence } from '../model.ts'

/** How a scan was made: what was asked for, and with what. */
export type Made = Pick<Evidence, 'plan' | 'environment'>

/** What a site may answer otherwise, though it is the same: the visitor's settings, where they differ, in sentences. */
export function madeOtherwise(before: Made, after: Made): readonly string[] {
  return SETTINGS.flatMap(([what, of]) => {
    const [old, fresh] = [of(before), of(after)]
    return old === fresh
      ? []
      : [`${what} of the visitor differs: ${old} before, ${fresh} now. The site may have answered otherwise for that.`]
  })
}

const SETTINGS: readonly (readonly [string, (made: Made) => string])[] = [
  ['The language', ({ plan }) => plan.locale],
  ['The time zone', ({ environment }) => environment.timeZone],
  [
    'The window',
    ({ plan: { viewport } }) => (viewport.width === 0 ? 'unknown' : `${viewport.width} × ${viewport.height}`),
  ],
  ['The treatment of third-party cookies', ({ environment }) => environment.thirdPartyCookies],
  ['The scrolling', ({ plan }) => (plan.scroll ? 'yes' : 'no')],
  ['The sending of forms', ({ plan }) => plan.safety.submitForms],
  ['The proxy', ({ environment }) => (environment.proxy ? 'one' : 'none')],
  ['The address', ({ environment }) => environment.exitIp ?? 'unknown'],
  ['The map of hosts', ({ environment }) => (Object.keys(environment.hostMap).length > 0 ? 'one' : 'none')],
  ['The clock', ({ environment }) => (environment.settle === 'virtual' ? 'put forward' : 'untouched')],
  [
    'The gate',
    ({ plan }) => (plan.states.includes('gated') ? plan.gate.vendors.toSorted().join(', ') || 'all' : 'none'),
  ],
]
