import { siteDuty } from './site-storage.ts'

/** Names any site may give a cookie of its own: without the domain they point at nobody (`uid`, `m`, `ts`, `session_id`). */
export function isGenericName(name: string): boolean {
  if (UNMISTAKABLE.has(name)) return false
  const fixed = name.replaceAll('*', '')
  const isGlob = fixed.length < name.length
  if (COMMON_WORDS.test(fixed.replace(/[^a-z]/gi, ''))) return true
  if (isGlob) return fixed.length < 4 || (fixed.length === 4 && !fixed.startsWith('_'))
  return fixed.length < 3 || (fixed.length < 5 && !fixed.includes('_'))
}

/** Of our own records, which name hosts with care: what is left says nothing when it stands alone. */
export function saysNothingAlone(name: string): boolean {
  if (KNOWN_ALONE.has(name)) return false
  // A framework's session is on a thousand sites; that one vendor uses it, too, says nothing of the others.
  const duty = siteDuty(name)
  if (duty === 'session' || duty === 'forgery protection') return true
  return name.length < 3 || COMMON_WORDS.test(name.replace(/[^a-z]/gi, ''))
}

/** Short, and yet of one vendor only: server-side Google tags, Mixpanel, Dynatrace. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(['FPID', 'FPLC', 'mp_*', 'dtPC*', 'dtSa', 'rxvt'])

/** Short or of everyday words, and yet so well known that people ask for them by name alone: DoubleClick, Clarity, Microsoft, Meta. */
const KNOWN_ALONE: ReadonlySet<string> = new Set(['test_cookie', 'SM', 'MR', 'fr'])

/** Made of everyday words only. */
const COMMON_WORDS =
  /^(?:aff|affiliate|app|auth|back|browser|campaign|cart|check|checkout|city|client|code|compare|content|cookies?|count|country|csrf|currency|customer|date|debug|device|domain|email|enabled|first|flow|form|geo|group|guest|hash|has|history|hist|host|id|info|in|is|items?|key|lang|language|last|list|locale|location|logged|login|message|mobile|mode|my|name|new|offset|order|page|pass|password|path|payment|phone|player|popup|prefs?|preferences?|price|products?|quality|query|recently|redirect|ref|referer|referrer|region|return|search|secure|seen|session|sess|settings?|shop|sid|site|sort|source|ssid|state|status|store|tab|test|the|theme|timezone|time|token|tracking|type|uids?|url|user|uuid|utm|value|version|views?|viewed|visit|visitor|volume|wishlist)+$/i
