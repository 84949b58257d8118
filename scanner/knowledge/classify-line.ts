import type { Identification } from '../model.ts'
import type { Knowledge, Named } from './answers.ts'
import { listsOfHost } from './lists-of-host.ts'
import { urlParts } from './url-parts.ts'

export type LineKind = 'url' | 'cookie' | 'storage'

export interface ClassifiedLine extends Pick<
  Identification,
  'category' | 'layer' | 'source' | 'confidence' | 'disputed'
> {
  readonly input: string
  readonly vendor: string | null
  readonly purpose: Identification['purpose']
  readonly item: string
  /** The user's lists that it is on; of a cookie, that its whole domain is on. */
  readonly lists: readonly string[]
}

/** One line of `tagtrail knowledge classify`: an address, `name` or `name<TAB>domain` of a cookie, a storage key. */
export function classifyLine(knowledge: Knowledge, kind: LineKind, line: string): ClassifiedLine {
  const { identification, item } = ask(knowledge, kind, line)
  const { vendorId: vendor, category, purpose, layer, source, confidence, disputed } = identification
  return {
    input: line,
    vendor,
    category,
    purpose,
    layer,
    source,
    confidence,
    disputed,
    item,
    lists: listsOf(knowledge, kind, line),
  }
}

/** No site is given, so nothing is first party for an address and nothing is ruled out for a name. */
function ask(knowledge: Knowledge, kind: LineKind, line: string): Named {
  if (kind === 'url') {
    const url = addressOf(line)
    return knowledge.identifyRequest({ url, method: 'GET', resourceType: 'other', funnel: knowledge.funnel([]) })
  }
  const [name = ''] = line.split('\t')
  if (kind === 'storage') return knowledge.identifyStorage({ key: name, area: 'local', origin: null, party: null })
  return knowledge.identifyCookie({ name: cookieName(name), domain: domainOf(line), party: null })
}

/** As people write addresses: with blanks around, from `//` on, or from the host on. */
function addressOf(line: string): string {
  const text = line.length > MAX_LINE ? line : line.trim()
  if (text.startsWith('//')) return `https:${text}`
  return BEGINS_WITH_HOST.test(text) ? `https://${text}` : text
}

/** Longer lines are not written by hand. */
const MAX_LINE = 4_096

const BEGINS_WITH_HOST = /^(?:[\p{L}\d_-]{1,63}\.){1,8}\p{L}[\p{L}\d-]{1,62}(?::\d{1,5})?(?:[/?#]|$)/u

/** Of a whole `name=value`, the name. */
function cookieName(text: string): string {
  const end = text.indexOf('=')
  return (end > 0 ? text.slice(0, end) : text).trim()
}

/** With or without a leading dot, port or scheme, in any script; `null` when none is given. */
function domainOf(line: string): string | null {
  const given = line.split('\t')[1]?.trim() ?? ''
  if (given === '') return null
  return urlParts(given.includes('://') ? given : `https://${given.replace(/^\.+/, '')}`)?.host ?? null
}

function listsOf(knowledge: Knowledge, kind: LineKind, line: string): readonly string[] {
  if (kind === 'url') return knowledge.lists({ url: addressOf(line), resourceType: 'other', page: null })
  const domain = kind === 'cookie' ? domainOf(line) : null
  return domain === null ? [] : listsOfHost(knowledge, domain)
}
