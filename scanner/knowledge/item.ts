import { looksLikeIdentifier } from './identifier.ts'
import { MAX_PATH } from './path-shape.ts'
import type { UrlParts } from './url-parts.ts'

/** Names of things that are the same in every run: what differs between visitors, accounts and builds becomes `*`. */

/** More would be cut off again; masking costs by the character. */
const MAX_NAME = 240

/** So much of a part tells whether it is random. */
const MAX_TOLD = 64

/** Host and path of a request no shape is known for. */
export function requestItem({ host, path }: UrlParts): string {
  return cut(host + masked(path.slice(0, MAX_NAME)))
}

/** Host and path of a request whose shape marks its ids by capturing groups; `ids` is that shape with the `d` flag. */
export function shapedItem({ host, path }: UrlParts, ids: RegExp | null): string {
  const shown = path.slice(0, MAX_NAME)
  let named = ''
  let from = 0
  for (const range of ids?.exec(path.slice(0, MAX_PATH))?.indices?.slice(1) ?? []) {
    if (range === undefined || range[0] === range[1]) continue
    named += `${shown.slice(from, range[0])}*`
    from = range[1]
  }
  return cut(host + named + shown.slice(from))
}

/** A cookie name or storage key no record knows. */
export function nameItem(name: string): string {
  return cut(masked(name.slice(0, MAX_NAME)))
}

/** Part by part, in one walk: this is done for every request whose shape nobody knows. */
function masked(text: string): string {
  const whole = text.length > UUID_LENGTH && text.includes('-') ? text.replace(UUID, '*') : text
  let shown = ''
  let [kept, start, digits, hexadecimals] = [0, 0, 0, 0]
  for (let at = 0; at <= whole.length; at++) {
    const kind = at < whole.length ? (KINDS[whole.charCodeAt(at)] ?? OTHER) : SEPARATOR
    if (kind !== SEPARATOR) {
      if (kind === DIGIT) digits++
      if (kind <= HEXADECIMAL) hexadecimals++
      continue
    }
    const length = at - start
    if (length >= 8 || digits >= 5) {
      const isHash = length >= 8 && digits > 0 && hexadecimals === length
      const part = whole.slice(start, at)
      const named = isHash ? '*' : maskedPart(part, digits)
      if (named !== part) {
        shown += whole.slice(kept, start) + named
        kept = at
      }
    }
    start = at + 1
    digits = hexadecimals = 0
  }
  return kept === 0 ? whole : shown + whole.slice(kept)
}

const UUID_LENGTH = 36
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

const [DIGIT, HEXADECIMAL, SEPARATOR, OTHER] = [0, 1, 2, 3]

/** What each character of ASCII is to a name. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/\d/.test(character)) return DIGIT
  if (/[a-f]/i.test(character)) return HEXADECIMAL
  return '/.:_~=|-'.includes(character) ? SEPARATOR : OTHER
})

function maskedPart(part: string, digits: number): string {
  const plain = digits > 0 ? part.replace(WORD, maskedWord) : part
  return plain.length >= 8 && looksLikeIdentifier(plain.slice(0, MAX_TOLD)) ? '*' : plain
}

const WORD = /[0-9a-z]{5,}/gi

/** A hash as a whole, and long numbers within a word. */
function maskedWord(word: string): string {
  if (!/\d/.test(word)) return word
  return word.length >= 8 && /^[0-9a-f]+$/i.test(word) ? '*' : word.replace(/\d{5,}/g, '*')
}

function cut(item: string): string {
  return item.length > 160 ? `${item.slice(0, 159)}…` : item
}
