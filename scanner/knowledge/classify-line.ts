import type { Identification } from '../model.ts'
import type { Knowledge, Named } from './answers.ts'
import { listsOfHost } from './lists-of-host.ts'

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
  if (kind === 'url')
    return knowledge.identifyRequest({ url: line, method: 'GET', resourceType: 'other', funnel: knowledge.funnel([]) })
  const [name = '', domain] = line.split('\t')
  if (kind === 'storage') return knowledge.identifyStorage({ key: name, area: 'local', origin: null, party: null })
  return knowledge.identifyCookie({ name, domain: domain ?? null, party: null })
}

function listsOf(knowledge: Knowledge, kind: LineKind, line: string): readonly string[] {
  if (kind === 'url') return knowledge.lists({ url: line, resourceType: 'other', page: null })
  const domain = kind === 'cookie' ? line.split('\t')[1] : undefined
  return domain === undefined ? [] : listsOfHost(knowledge, domain.replace(/^\./, ''))
}
