/** Whether a stored value looks as if it singled out a visitor: long and random, and no word, date, setting or boolean. */
export function looksLikeIdentifier(value: string): boolean {
  if (value.length < 8 || value.length > MAX_LENGTH) return value.length > MAX_LENGTH
  if (WORD.test(value)) return HARD_TO_SAY.test(value)
  const text = unescaped(value)
  if (CONSENT_STRING.test(text)) return false
  if ((text.includes('@') && EMAIL.test(text)) || uuids(text).some(isVaried)) return true
  if (RANDOM_THEN_TIME.test(text)) return true
  return text.replace(ISO_DATE, ' ').split(SEPARATORS).some(isRandom)
}

/** Most texts are one word, and need no closer look. */
const WORD = /^[a-z]{8,20}$/

const HARD_TO_SAY = /[bcdfghjklmnpqrstvwxz]{6}/i

/** Nothing that large is a setting, and nothing larger is worth reading. */
const MAX_LENGTH = 20_000

const EMAIL = /[^\s@"']{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const ISO_DATE = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g

/** `GA1.1.<random>.<seconds>`, `fb.1.<milliseconds>.<random>`: numbers that may look like times, side by side. */
const RANDOM_THEN_TIME = /(?:^|\.)(?:\d{7,19}\.\d{10}|\d{13}\.\d{7,19})(?:\.|$)/

/** A TCF string says what was chosen, not who chose: version 2, made between 2020 and 2032, mostly empty bits. */
const CONSENT_STRING = /^C[O-T][\w-]{10,}AA[\w-]*(?:\.[\w-]+)*$/

const SEPARATORS = /[^\w-]+/

/** A word or a number of everyday size, perhaps with a version: `banner`, `v2`, `2024`, `isEnabled`. */
const PLAIN = /^(?:[a-z]{0,20}\d{0,4}|\d{1,8})$/i

function isRandom(token: string): boolean {
  if (token.length < 8) return false
  if (token.split(/[-_]/).every((part) => PLAIN.test(part) && !isScramble(part))) return false
  const joined = token.replace(/[-_]/g, '')
  if (/^\d+$/.test(joined)) return joined.length > 8 && !isTime(joined) && isVaried(joined)
  if (/^[0-9a-f]{16,}$/i.test(joined)) return isVaried(joined)
  if (joined.length >= 12 && countOf(joined, /\d/g) >= 2) return isVaried(joined)
  return isScramble(joined)
}

/** Letters and digits change places more often than in any name: `k3Jd92xQ`, `bXkTqRzLmWvPnHsd`. */
function isScramble(token: string): boolean {
  if (token.length < 8) return false
  const changes = countOf(token, /[a-z](?=[A-Z0-9])|[A-Z](?=\d)|\d(?=[A-Za-z])|[A-Z](?=[a-z])/g)
  return changes >= Math.max(4, token.length / 2.4) || HARD_TO_SAY.test(token)
}

/** Seconds, milliseconds or microseconds between 2017 and 2035, or a calendar date in digits. */
function isTime(digits: string): boolean {
  const seconds = Number(digits.slice(0, 10))
  if ([10, 13, 16].includes(digits.length) && seconds > 1_483_228_800 && seconds < 2_051_222_400) return true
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\d{2}|\d{4}|\d{6})?$/.test(digits)
}

/** Rules out fillers such as `00000000-0000-0000-0000-000000000000`. */
function isVaried(token: string): boolean {
  return new Set(token).size >= 5
}

function uuids(text: string): readonly string[] {
  return text.match(UUID) ?? []
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function unescaped(value: string): string {
  // Half an escape would only cost an exception.
  if (!value.includes('%') || /%(?![0-9a-f]{2})/i.test(value)) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value // A broken escape is read as it stands.
  }
}
