import type { RequestType } from '@ghostery/adblocker'
import { ScanError } from '../errors.ts'
import type { ListQuestion } from './answers.ts'
import type { ListFile } from './list-files.ts'
import { urlParts } from './url-parts.ts'

/** The user's lists, ready to be asked. */
export interface UserLists {
  readonly sizes: readonly { readonly name: string; readonly rules: number }[]
  /** Names of the lists that would block this, in their order. */
  naming(question: ListQuestion): readonly string[]
}

export const noLists: UserLists = { sizes: [], naming: () => [] }

/** Reads lists in the syntax of EasyList. The library that does is large, and loaded only for those who have lists. */
export async function userLists(files: readonly ListFile[]): Promise<UserLists> {
  if (files.length === 0) return noLists
  const { FiltersEngine, Request, parseFilters } = await import('@ghostery/adblocker')
  const lists = files.map(({ name, text }) => {
    const { networkFilters } = parseFilters(text, { loadCosmeticFilters: false })
    if (networkFilters.length === 0)
      throw new ScanError(
        'plan-invalid',
        `your list ${name} holds no rule for addresses; put lists in the syntax of EasyList into lists/`,
      )
    const engine = new FiltersEngine({ networkFilters, config: { loadCosmeticFilters: false } })
    return { name, rules: networkFilters.length, engine }
  })
  return {
    sizes: lists.map(({ name, rules }) => ({ name, rules })),
    naming({ url, resourceType, page }) {
      // In ASCII, for the library throws on half a character.
      const address = urlParts(url) === null ? null : URL.parse(url)
      if (address === null) return []
      const type = typeOf(resourceType, page === null)
      const request = Request.fromRawDetails({
        url: address.href.slice(0, MAX_URL),
        type,
        sourceUrl: page ?? ELSEWHERE,
      })
      return lists.filter(({ engine }) => engine.match(request).match).map(({ name }) => name)
    },
  }
}

/** Rules name hosts, paths and the first parameters; what a page hangs on behind would only cost time. */
const MAX_URL = 2048

/** A page nobody owns: to it everything is a third party. */
const ELSEWHERE = 'https://page.invalid/'

/** A document that a third party serves stands in a frame. */
function typeOf(resourceType: string, isForeign: boolean): RequestType {
  if (resourceType === 'document') return isForeign ? 'sub_frame' : 'main_frame'
  return TYPES.find((type) => type === resourceType) ?? 'other'
}

/** As the lists' syntax knows them; the rest is `other`. */
const TYPES: readonly RequestType[] = [
  'stylesheet',
  'image',
  'media',
  'font',
  'script',
  'xhr',
  'fetch',
  'eventsource',
  'websocket',
  'ping',
]
