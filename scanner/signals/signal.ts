/** Reads one consent signal. Malformed input is an answer, never an exception. */
export interface Signal<D extends Reading = Reading> {
  readonly standard: string
  readonly title: string
  /** Whose word it is: the CMP's own record, a standard the CMP speaks, or what a vendor's tag was told. */
  readonly speaker: 'cmp' | 'standard' | 'vendor'
  readonly places: readonly Place[]
  decode(raw: string): Decoded<D>
}

export type Decoded<D> = { readonly ok: true; readonly value: D } | { readonly ok: false; readonly reason: string }

/** What a signal says about the visitor's choice, leaving out what needs no consent. */
export interface Reading {
  readonly says: Says
  /** Purposes or categories, in the signal's own words. */
  readonly granted: readonly string[]
  readonly denied: readonly string[]
}

/** `unset`: no choice made yet, or nothing that could be read as one. */
export type Says = 'granted' | 'denied' | 'mixed' | 'unset'

/** Where a signal is found. */
export type Place =
  /** The value of one cookie or one item of local storage. */
  | { readonly in: 'cookie' | 'local'; readonly name: RegExp }
  /** All cookies or items that fit, as `name=value; name=value`, for CMPs that keep one per category. */
  | { readonly in: 'cookies' | 'locals'; readonly name: RegExp }
  /** A parameter of a request's address. */
  | { readonly in: 'query'; readonly parameter: string; readonly host: RegExp }
  /** An expression that only reads the page's own state and yields a string, or `null` when there is none. */
  | { readonly in: 'page'; readonly expression: string }

export function read(granted: readonly string[], denied: readonly string[]): Decoded<Reading> {
  const says = granted.length > 0 ? (denied.length > 0 ? 'mixed' : 'granted') : denied.length > 0 ? 'denied' : 'unset'
  return { ok: true, value: { says, granted, denied } }
}

export const unreadable = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason })

/** A reading of yes and no per category; those that need no consent are left out. */
export function readCategories(categories: readonly (readonly [string, boolean])[]): Decoded<Reading> {
  const matter = categories.filter(([name]) => !NEEDS_NO_CONSENT.test(name))
  const named = (granted: boolean): readonly string[] => matter.filter(([, is]) => is === granted).map(([name]) => name)
  return read(named(true), named(false))
}

/** Functional ones too: many CMPs keep them on after a refusal, which is a question of its own. */
const NEEDS_NO_CONSENT = /necess|essential|strict|required|function|technical|always|security|session|uncategori[sz]ed/i

/** A name of a cookie or item that speaks of consent; many a tracker only speaks of cookies (`_tt_enable_cookie`). */
export const SPEAKS_OF_CONSENT =
  /consent|gdpr|dsgvo|rgpd|ccpa|optanon|tcf|cookies?[-_. ]?(law|notice|banner|bar|policy|accept|pref|setting|status|choice|control|message|info|config|level|allow|deny|categor|script|first|yes|hub|bot)|(accept|allow|den|reject|agree|refus)\w*[-_. ]?cookie|^cookies?$|privacy[-_. ]?(pref|setting|choice|polic|notice)|opt[-_]?(in|out)|didomi|usercentrics|^uc_|klaro|^cky|borlabs|^_iub|osano|axeptio|termly|cmplz|truste|trustarc|cc_cookie|tarteaucitron|moove|^_?cmp/i

/** `null` for anything that is no JSON object, percent-encoded or not. */
export function jsonObject(raw: string): Readonly<Record<string, unknown>> | null {
  for (const text of [raw, unescaped(raw)]) {
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
    } catch {
      // Not JSON as it stands; the next form may be.
    }
  }
  return null
}

/** JSON in base64, as some CMPs keep it; `null` for anything else. */
export function jsonInBase64(raw: string): Readonly<Record<string, unknown>> | null {
  const text = unescaped(raw)
  return /^[\w+/-]+=*$/.test(text) ? jsonObject(Buffer.from(text, 'base64').toString('utf8')) : null
}

/** Percent-decoded as often as it was encoded, at most three times; as it is when that is malformed. */
export function unescaped(raw: string): string {
  let text = raw
  for (let times = 0; times < 3 && text.includes('%'); times++) {
    try {
      text = decodeURIComponent(text)
    } catch {
      return text
    }
  }
  return text
}

/** `a=1; b=2` or `a=1&b=2` as pairs, percent-decoded. */
export function pairs(raw: string, separator: RegExp, equals: string): readonly (readonly [string, string])[] {
  return raw.split(separator).flatMap((part) => {
    const at = part.indexOf(equals)
    return at > 0
      ? [[unescaped(part.slice(0, at).trim()), unescaped(part.slice(at + equals.length).trim())] as const]
      : []
  })
}
