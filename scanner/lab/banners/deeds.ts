import type { Purpose } from '../model.ts'
import type { LabHit } from '../server.ts'
import { VISITOR_COOKIE } from './answer.ts'
import type { Deed, DeedKind } from './model.ts'

/** What the visitors of a site did there, by visitor, as its pages told the server. */
export function deedsOn(log: readonly LabHit[], host: string): ReadonlyMap<string, readonly Deed[]> {
  const told = log.filter((hit) => hit.host === host && hit.path === '/lab/did')
  return Map.groupBy(
    told.map((hit) => ({ visitor: visitorOf(hit), ...deedOf(hit) })),
    ({ visitor }) => visitor,
  )
}

function visitorOf({ cookies }: LabHit): string {
  return new RegExp(`${VISITOR_COOKIE}=([^;]+)`).exec(cookies)?.[1] ?? ''
}

function deedOf({ query }: LabHit): Deed {
  const said = new URLSearchParams(query)
  const what = (said.get('what') ?? '') as DeedKind
  const detail = said.get('detail') ?? ''
  const grants = what === 'decided' ? (detail.split(',').filter(Boolean) as Purpose[]) : []
  return { what, grants, detail, trusted: said.get('trusted') === 'true' }
}
