import { urlParts } from '../knowledge/url-parts.ts'
import type { Evidence } from '../model.ts'

/** The hosts the visitor means to be on: of the plan, and of the pages its steps ended on. */
export function funnelHosts({ plan, observations }: Evidence): readonly string[] {
  const planned = plan.steps.flatMap(({ go }) => (go.kind === 'url' ? [go.url] : []))
  const reached = observations.flatMap((seen) => (seen.kind === 'page' ? [seen.url] : []))
  const hosts = [plan.site, ...planned, ...reached].flatMap((url) => urlParts(url)?.host ?? [])
  return [...new Set(hosts)]
}
