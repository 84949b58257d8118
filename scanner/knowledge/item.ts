import { looksLikeIdentifier } from './identifier.ts'
import type { UrlParts } from './url-parts.ts'

/** Names of things that are the same in every run: what differs between visitors, accounts and builds becomes `*`. */

/** More would be cut off again; masking costs by the character. */
const MAX_NAME = 240

/** Host and path of a request no shape is known for. */
export function requestItem({ host, path }: UrlParts): string {
  const segments = path.slice(0, MAX_NAME).split('/')
  return cut(host + segments.map(masked).join('/'))
}

/** Host and path of a request whose shape marks its ids by capturing groups; `ids` is that shape with the `d` flag. */
export function shapedItem({ host, path }: UrlParts, ids: RegExp | null): string {
  const shown = path.slice(0, MAX_NAME)
  let named = ''
  let from = 0
  for (const range of ids?.exec(path)?.indices?.slice(1) ?? []) {
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

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{8,}(?![0-9a-z])|\d{5,}/gi

function masked(text: string): string {
  const plain = text.replace(ID, (id) => (/\d/.test(id) ? '*' : id))
  return plain
    .split(/([.:_~=|-])/)
    .map((part) => (part.length >= 8 && looksLikeIdentifier(part) ? '*' : part))
    .join('')
}

function cut(item: string): string {
  return item.length > 160 ? `${item.slice(0, 159)}…` : item
}
