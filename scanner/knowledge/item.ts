import { MAX_PATH } from './endpoint-table.ts'
import { looksLikeIdentifier } from './identifier.ts'
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

function masked(text: string): string {
  if (!MAY_HOLD_ID.test(text)) return text
  const whole = MAY_HOLD_UUID.test(text) ? text.replace(UUID, '*') : text
  const plain = whole.replace(WORD, maskedWord)
  if (!LONG_PART.test(plain)) return plain
  return plain
    .split(/([/.:_~=|-])/)
    .map((part) => (part.length >= 8 && looksLikeIdentifier(part.slice(0, MAX_TOLD)) ? '*' : part))
    .join('')
}

/** Nothing is masked in a text without any of these. */
const MAY_HOLD_ID = /\d{5}|[^/.:_~=|-]{8}/
const MAY_HOLD_UUID = /-[0-9a-f]{4}-[0-9a-f]{4}-/i
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

const WORD = /[0-9a-z]{5,}/gi

/** A hash as a whole, and long numbers within a word. */
function maskedWord(word: string): string {
  if (!/\d/.test(word)) return word
  return word.length >= 8 && /^[0-9a-f]+$/i.test(word) ? '*' : word.replace(/\d{5,}/g, '*')
}

/** Long enough to be asked whether it looks random. */
const LONG_PART = /[^/.:_~=|-]{8}/

function cut(item: string): string {
  return item.length > 160 ? `${item.slice(0, 159)}…` : item
}
