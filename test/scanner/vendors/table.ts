import * as z from 'zod'
import type { Knowledge, Named } from '../../../scanner/knowledge/answers.ts'

/** A table of real-shaped items, mine and not mine. A cookie without a domain is first-party on `shop.example`. */
const item = z.strictObject({
  url: z.string().optional(),
  method: z.enum(['GET', 'POST']).optional(),
  cookie: z.string().optional(),
  domain: z.string().optional(),
  local: z.string().optional(),
  session: z.string().optional(),
  category: z.enum(['necessary', 'functional', 'analytics', 'marketing', 'unclassified']).optional(),
  purpose: z.enum(['load', 'collect', 'content', 'consent', 'form']).optional(),
})

const table = z.strictObject({
  $schema: z.string().optional(),
  mine: z.array(item.required({ category: true })).min(1),
  notMine: z.array(item).min(1),
})

export type Item = z.infer<typeof item>

export function parseTable(text: string): z.infer<typeof table> {
  return table.parse(JSON.parse(text))
}

export function tellItem({ url, cookie, local, session, domain, method }: Item): string {
  const name = url ?? cookie ?? local ?? session ?? ''
  return [method, name, domain && `on ${domain}`].filter(Boolean).join(' ')
}

/** As on the funnel of shop.example, the way a page would meet the item. */
export function ask(
  knowledge: Knowledge,
  { url, method = 'GET', cookie, domain = 'shop.example', local, session }: Item,
): Named {
  const funnel = knowledge.funnel(['shop.example'])
  const party = funnel.party(domain.replace(/^\./, ''))
  if (url !== undefined) return knowledge.identifyRequest({ url, method, resourceType: 'fetch', funnel })
  if (cookie !== undefined) return knowledge.identifyCookie({ name: cookie, domain, party })
  const area = local === undefined ? 'session' : 'local'
  return knowledge.identifyStorage({ key: local ?? session ?? '', area, origin: `https://${domain}`, party })
}
