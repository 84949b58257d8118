import { constants, gunzipSync, inflateSync } from 'node:zlib'
import type { Canary } from '../canary.ts'
import type { Draft } from '../collectors/collector.ts'
import type { CanarySeenFact } from '../model.ts'
import { findIn, type Found } from './find.ts'
import { LONGEST_READ } from './layers.ts'
import { needlesOf } from './needles.ts'

/** What was found, but for when. */
export type CanarySeen = Omit<CanarySeenFact, 'kind' | 'beforeSubmit'>

/** Looks for the canary's values in facts on their way into the log, where they still are what they are. */
export interface CanaryWatch {
  /** Bytes that a request will be said to have carried; `in part` when there were more than are read. */
  kept(sha256: string, bytes: Uint8Array): 'whole' | 'in part'
  /** Nothing is told twice of the same place. */
  see(draft: Draft): readonly CanarySeen[]
  /** Bytes that went out over a socket. */
  sent(url: string, bytes: Uint8Array): readonly CanarySeen[]
}

export function watchFor(canary: Canary): CanaryWatch {
  const needles = needlesOf(canary)
  const inBodies = new Map<string, readonly Found[]>()
  const told = new Set<string>()

  const inText = (text: string, place: Place): readonly CanarySeen[] =>
    findIn(text, needles).map((found) => ({ ...found, ...place }))

  const inRequest = (draft: Extract<Draft, { kind: 'request' }>): readonly CanarySeen[] => {
    const { url, requestId, headers, bodySha256, fate, fromCache } = draft
    if (fate === 'blocked' || fromCache || !/^https?:/.test(url)) return []
    const to = { host: hostOf(url), requestId }
    return [
      ...inText(url, { ...to, where: 'url', key: null }).map((seen) => ({
        ...seen,
        key: parameterOf(url, seen, inText),
      })),
      ...Object.entries(headers)
        .filter(([name]) => !name.startsWith(':'))
        .flatMap(([name, value]) => inText(value, { ...to, where: 'header', key: name.toLowerCase() })),
      ...(inBodies.get(bodySha256 ?? '') ?? []).map((found): CanarySeen => ({
        ...found,
        ...to,
        where: 'body',
        key: null,
      })),
    ]
  }

  const inFact = (draft: Draft): readonly CanarySeen[] => {
    switch (draft.kind) {
      case 'request':
        return inRequest(draft)
      case 'cookie-write':
      case 'cookie':
        if (draft.kind === 'cookie-write' && draft.effect !== 'set') return []
        return inText(`${draft.name}=${draft.value}`, {
          where: 'cookie',
          host: draft.domain.replace(/^\./, ''),
          requestId: null,
          key: draft.name,
        })
      case 'storage-write':
      case 'storage':
        return inText(`${draft.key}=${draft.value}`, {
          where: 'storage',
          host: hostOf(draft.origin),
          requestId: null,
          key: draft.key,
        })
      case 'socket':
        return inText(draft.url, socketTo(draft.url))
      default:
        return []
    }
  }

  const isNew = (seen: CanarySeen): boolean => {
    const id = JSON.stringify(seen)
    const isFirst = !told.has(id)
    told.add(id)
    return isFirst
  }

  return {
    kept: (sha256, bytes) => {
      const text = unpacked(bytes)
      if (!inBodies.has(sha256)) inBodies.set(sha256, findIn(text, needles))
      return text.length > LONGEST_READ ? 'in part' : 'whole'
    },
    see: (draft) => inFact(draft).filter(isNew),
    sent: (url, bytes) => inText(unpacked(bytes), socketTo(url)).filter(isNew),
  }
}

function socketTo(url: string): Place {
  return { where: 'socket', host: hostOf(url), requestId: null, key: null }
}

type Place = Omit<CanarySeen, keyof Found>

function parameterOf(
  url: string,
  { what, clickId, encoding }: CanarySeen,
  inText: (text: string, place: Place) => readonly CanarySeen[],
): string | null {
  const anywhere = { where: 'url', host: '', requestId: null, key: null } as const
  const isIn = (value: string): boolean =>
    inText(value, anywhere).some((seen) => seen.what === what && seen.clickId === clickId && seen.encoding === encoding)
  const parameters = URL.parse(url)?.search.slice(1).split('&') ?? []
  const found = parameters.find((each) => isIn(each.slice(each.indexOf('=') + 1)))
  return found === undefined || !found.includes('=') ? null : found.slice(0, found.indexOf('='))
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? ''
}

/** Recorders of whole visits pack what they send, some in one stream of many parts. */
function unpacked(bytes: Uint8Array): string {
  const [first, second] = bytes
  const how = { maxOutputLength: 4_194_304, finishFlush: constants.Z_SYNC_FLUSH }
  try {
    if (first === 0x1f && second === 0x8b) return gunzipSync(bytes, how).toString('latin1')
    if (first === 0x78) return inflateSync(bytes, how).toString('latin1')
  } catch {
    // It only looked packed.
  }
  return Buffer.from(bytes).toString('latin1')
}
