import type { Knowledge, Named, RequestQuestion } from '../knowledge/answers.ts'
import { urlParts } from '../knowledge/url-parts.ts'
import type { Evidence, Identification } from '../model.ts'

/** What is asked of the knowledge base about things that happened. */
export type Asked = Pick<Knowledge, 'identifyRequest' | 'identifyCookie' | 'identifyStorage' | 'vendor'>

/**
 * The same knowledge, which also knows where names of the site lead: a host of the funnel whose name is an alias (CNAME)
 * of a tracker's belongs to that tracker, whatever its address looks like.
 */
export function throughAliases({ observations }: Evidence, knowledge: Knowledge): Asked {
  const owners = new Map<string, Identification>()
  const nobodys = knowledge.funnel([])
  for (const seen of observations) {
    if (seen.kind !== 'cname' || owners.has(seen.host)) continue
    const owner = seen.chain.map((name) => ownerOf(name)).find((each) => each !== null)
    if (owner) owners.set(seen.host, owner)
  }

  function ownerOf(name: string): Identification | null {
    const question = { url: `https://${name}/`, method: 'GET', resourceType: 'other', funnel: nobodys }
    const { identification } = knowledge.identifyRequest(question)
    if (identification.vendorId === null || !TRACKS.has(identification.category)) return null
    return { ...identification, source: `${identification.source}, where the name of this host leads (${name})` }
  }

  function identifyRequest(question: RequestQuestion): Named {
    const named = knowledge.identifyRequest(question)
    if (owners.size === 0 || named.identification.layer !== 'site') return named
    const owner = owners.get(urlParts(question.url)?.host ?? '')
    return owner ? { ...named, identification: disguised(owner, question), party: 'first-disguised' } : named
  }

  return {
    identifyRequest,
    identifyCookie: (question) => knowledge.identifyCookie(question),
    identifyStorage: (question) => knowledge.identifyStorage(question),
    vendor: (id) => knowledge.vendor(id),
  }
}

/** Sites are served through the names of hosting companies and content networks, too: that hides nobody. */
const TRACKS: ReadonlySet<string> = new Set(['analytics', 'marketing'])

/** A name says who, not what for: code is loaded, the rest is data. */
function disguised(owner: Identification, { resourceType }: RequestQuestion): Identification {
  const purpose = resourceType === 'script' || resourceType === 'stylesheet' ? 'load' : 'collect'
  return { ...owner, purpose, confidence: owner.confidence === 'certain' ? 'probable' : owner.confidence }
}
