/** A name without the parts that are made anew for each visitor or visit, so that two runs speak of one thing. */
export function steadyName(name: string): string {
  return name.replace(UUID, '{id}').replace(HEX, '{id}').replace(TIME, '{time}').replace(DIGITS, '{id}')
}

/** Cookies named by a whole id are many products' way: `AMCV_…`, `mp_<token>_mixpanel`, `_dd_s_<uuid>`. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** With a digit and a letter in it: `deadbeefdeadbeef` could be a word, a number is told below. */
const HEX = /(?<![0-9a-z])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}(?![0-9a-z])/gi
/** Seconds or milliseconds since 1970, of this century's first half. */
const TIME = /(?<!\d)1\d{9}(?:\d{3})?(?!\d)/g
const DIGITS = /(?<!\d)\d{12,}(?!\d)/g
