import type { Category, Wish } from '../../model.ts'
import type { Decoded, Reading } from '../signal.ts'

/** Whether what a signal says is what the visitor wanted; `null` when it says nothing either way. */
export function agreement({ choice, allows }: Wish, reading: Decoded<Reading>): boolean | null {
  if (!reading.ok || reading.value.says === 'unset') return null
  const { says, granted, denied } = reading.value
  switch (choice) {
    case 'accept':
      return says === 'mixed' ? null : says === 'granted'
    case 'accept-part':
      return isMix(allows, granted, denied)
    case 'reject':
    case 'withdraw':
      if (says !== 'mixed') return says === 'denied'
      // Required services may stand among the granted; analytics and marketing may not.
      return granted.some((name) => NEEDS_CONSENT.has(categoryOf(name))) ? false : null
    case 'close':
      // Whoever closes a banner has agreed to nothing.
      return granted.length === 0
  }
}

/** What was agreed to is granted, and what was not is denied, as far as it has a name that tells. */
function isMix(allows: readonly Category[], granted: readonly string[], denied: readonly string[]): boolean | null {
  const wanted: ReadonlySet<string> = new Set(allows)
  const on = new Set(granted.map(categoryOf))
  const off = new Set(denied.map(categoryOf))
  const isTooMuch = on.has('all') || [...NEEDS_CONSENT].some((name) => on.has(name) && !wanted.has(name))
  const isTooLittle = off.has('all') || [...off].some((name) => wanted.has(name))
  if (isTooMuch || isTooLittle) return false
  // Many records name only what was granted; one that names neither says nothing.
  const isExact = [...NEEDS_CONSENT].every((name) => on.has(name) === wanted.has(name))
  const isNamed = [...NEEDS_CONSENT].some((name) => on.has(name) || off.has(name))
  return isExact && isNamed ? true : null
}

type Named = 'functional' | 'analytics' | 'marketing' | 'all' | 'unknown'

function categoryOf(name: string): Named {
  if (/^all$/i.test(name)) return 'all'
  if (/market|advert|target|social|profil|^ads?\b|ad_|^C000[45]$/i.test(name)) return 'marketing'
  if (/statist|analy|perform|measure|^C0002$/i.test(name)) return 'analytics'
  if (/function|prefer|personali[sz]|comfort|^C0003$/i.test(name)) return 'functional'
  return 'unknown'
}

const NEEDS_CONSENT: ReadonlySet<Named> = new Set(['analytics', 'marketing'])
