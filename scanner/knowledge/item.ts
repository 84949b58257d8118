import { looksLikeIdentifier } from './identifier.ts'
import type { UrlParts } from './url-parts.ts'

/** Names of things that are the same in every run: what differs between visitors, accounts and builds becomes `*`. */

/** Host and path of a request no shape is known for. */
export function requestItem({ host, path }: UrlParts): string {
  const segments = path.split('/').slice(0, 10)
  return cut(host + segments.map(masked).join('/'))
}

/** Host and path of a request whose shape marks its ids by capturing groups. */
export function shapedItem({ host, path }: UrlParts, shape: RegExp): string {
  const ids = (shape.exec(path) ?? []).slice(1).filter((id) => id !== undefined && id !== '')
  let rest = path
  let named = ''
  for (const id of ids) {
    const at = rest.indexOf(id)
    named += `${rest.slice(0, at)}*`
    rest = rest.slice(at + id.length)
  }
  return cut(host + named + rest)
}

/** A cookie name or storage key no record knows. */
export function nameItem(name: string): string {
  return cut(masked(name.slice(0, 200)))
}

const ID =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-z])(?=[a-z]*\d)[0-9a-f]{8,}(?![0-9a-z])|\d{5,}/gi

function masked(text: string): string {
  const plain = text.replace(ID, '*')
  return plain
    .split(/([.:_~=|-])/)
    .map((part) => (part.length >= 8 && looksLikeIdentifier(part) ? '*' : part))
    .join('')
}

function cut(item: string): string {
  return item.length > 160 ? `${item.slice(0, 159)}…` : item
}
