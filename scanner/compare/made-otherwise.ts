import type { Difference, Evidence, VisitorSetting } from '../model.ts'

/** What a site may answer otherwise, though it is the same: the visitor's settings, where they differ. */
export function madeOtherwise(before: Evidence, after: Evidence): readonly Difference[] {
  return SETTINGS.flatMap(([kind, of]) => {
    const [old, fresh] = [of(before), of(after)]
    return old === fresh ? [] : [{ kind, before: old, after: fresh }]
  })
}

/** What is no name of its own is one of a few words, so that whoever shows it can say it in any language. */
const SETTINGS: readonly (readonly [VisitorSetting, (made: Evidence) => string])[] = [
  ['language', ({ plan }) => plan.locale],
  ['time-zone', ({ environment }) => environment.timeZone],
  ['window', ({ plan: { viewport } }) => (viewport.width === 0 ? 'unknown' : `${viewport.width} × ${viewport.height}`)],
  ['third-party-cookies', ({ environment }) => environment.thirdPartyCookies],
  ['scrolling', ({ plan }) => (plan.scroll ? 'yes' : 'no')],
  ['forms', ({ plan }) => plan.safety.submitForms],
  ['proxy', ({ environment }) => (environment.proxy ? 'yes' : 'no')],
  ['address', ({ environment }) => environment.exitIp ?? 'unknown'],
  ['host-map', ({ environment }) => (Object.keys(environment.hostMap).length > 0 ? 'yes' : 'no')],
  ['clock', ({ environment }) => environment.settle],
  ['gate', ({ plan }) => (plan.states.includes('gated') ? plan.gate.vendors.toSorted().join(', ') || 'all' : 'no')],
]
