import type { Named } from '../knowledge/answers.ts'
import type { Funnel } from '../knowledge/party.ts'
import type { Asked } from './aliases.ts'
import { siteDuty } from '../knowledge/site-storage.ts'
import type { Evidence, Identification, Observation, ObservationOf, StackFrame } from '../model.ts'

type Write = ObservationOf<'cookie-write' | 'storage-write'>
type Stored = Write | ObservationOf<'cookie' | 'storage'>

/**
 * First-party storage no record names belongs to whoever wrote it: the answer that carried the cookie, or the innermost
 * script of the call. An inventory shows no writer, so it is read from the writes of the same journey.
 */
export function authorship(
  evidence: Evidence,
  knowledge: Asked,
  funnel: Funnel,
): (seen: Observation, named: Named) => Named {
  const documents = documentUrls(evidence)
  const requests = new Map<string, ObservationOf<'request'>>()
  const writers = new Map<string, Write>()
  /** Few scripts write much. */
  const authors = new Map<string, Identification | null>()

  function writerOf(write: Write): Identification | null {
    const request =
      write.kind === 'cookie-write' && write.requestId !== null
        ? requests.get(requestKey(write, write.requestId))
        : undefined
    if (request) return knowledge.identifyRequest({ ...request, funnel }).identification
    for (const { url } of write.stack) {
      const author = authorOf(url)
      if (author) return author
    }
    return null
  }

  /** `null` for what is no code of anybody. */
  function authorOf(url: string): Identification | null {
    const known = authors.get(url)
    if (known !== undefined) return known
    const author = isCode(url, documents)
      ? knowledge.identifyRequest({ url, method: 'GET', resourceType: 'script', funnel }).identification
      : null
    authors.set(url, author)
    return author
  }

  for (const seen of evidence.observations) {
    if (seen.kind === 'request') requests.set(requestKey(seen, seen.requestId), seen)
    else if (isWrite(seen) && seen.effect === 'set') writers.set(itemKey(seen), seen)
  }

  return (seen, named) => {
    if (!isStored(seen)) return named
    const isNamed = named.identification.layer === 'storage-name'
    if (!isNamed && named.party !== 'first') return named
    const write = isWrite(seen) ? seen : writers.get(itemKey(seen))
    if (!write || (isNamed && !isAnswered(write))) return named
    const writer = writerOf(write)
    if (!writer || writer.vendorId === null || writer.vendorId === named.identification.vendorId) return named
    return isNamed ? creditedToPart(named, writer, knowledge) : credited(named, writer, nameOf(seen), knowledge)
  }
}

/** Scripts write for one another; an answer sets only what its own server wants. */
function isAnswered(write: Write): boolean {
  return write.kind === 'cookie-write' && write.setBy === 'http'
}

/** What all products of a house use (`MUID` of Microsoft) belongs to the one whose answer set it: that is the tag to change. */
function creditedToPart(named: Named, writer: Identification, knowledge: Asked): Named {
  const { vendorId, name, source } = named.identification
  if (writer.vendorId === null || knowledge.vendor(writer.vendorId)?.partOf !== vendorId) return named
  return {
    ...named,
    identification: {
      ...named.identification,
      vendorId: writer.vendorId,
      name: writer.name,
      source: `${source}; a cookie of ${name}, set by an answer of ${writer.name} (${writer.source})`,
    },
  }
}

function credited(named: Named, writer: Identification, name: string, knowledge: Asked): Named {
  const isManager =
    writer.vendorId !== null && (knowledge.vendor(writer.vendorId)?.kinds.includes('tag-manager') ?? false)
  const source = `written by code of ${writer.name} (${writer.source})`
  // A tag manager runs other people's code, so it says only that the site did not write this itself.
  if (isManager)
    return {
      ...named,
      identification: { ...named.identification, category: 'unclassified', layer: 'behaviour', source },
    }
  return {
    ...named,
    identification: {
      ...writer,
      category: categoryOf(writer, name),
      purpose: null,
      layer: 'behaviour',
      source,
      confidence: 'probable',
    },
  }
}

/** A tracker's storage serves tracking; what else a vendor keeps is not known by its writer alone. */
function categoryOf({ category }: Identification, name: string): Identification['category'] {
  if (category === 'analytics' || category === 'marketing') return category
  return category === 'necessary' && siteDuty(name) === 'consent choice' ? 'necessary' : 'unclassified'
}

/** Inline code has the address of its page and says nothing about who wrote it. */
function isCode(url: StackFrame['url'], documents: ReadonlySet<string>): boolean {
  return /^https?:/.test(url) && !documents.has(withoutHash(url))
}

function documentUrls({ observations }: Evidence): ReadonlySet<string> {
  const urls = new Set<string>()
  for (const seen of observations)
    if (seen.kind === 'page' || (seen.kind === 'request' && seen.resourceType === 'document'))
      urls.add(withoutHash(seen.url))
  return urls
}

function isWrite(seen: Observation): seen is Write {
  return seen.kind === 'cookie-write' || seen.kind === 'storage-write'
}

function isStored(seen: Observation): seen is Stored {
  return isWrite(seen) || seen.kind === 'cookie' || seen.kind === 'storage'
}

function nameOf(seen: Stored): string {
  return 'name' in seen ? seen.name : seen.key
}

function itemKey(seen: Stored): string {
  const place = 'domain' in seen ? `cookie\n${seen.domain}\n${seen.path}` : `${seen.area}\n${seen.origin}`
  return `${seen.run}\n${seen.journey}\n${place}\n${nameOf(seen)}`
}

function requestKey({ run, journey }: Observation, requestId: string): string {
  return `${run} ${journey} ${requestId}`
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? url
}
