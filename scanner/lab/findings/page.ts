import { carrying } from '../banners/home-made.ts'
import { runPage } from '../banners/page-runtime.ts'
import { script } from '../banners/page.ts'
import { gateOpens } from '../gate-opens.ts'
import type { FindingSite, LabFile } from './model.ts'
import { runTags } from './page-runtime.ts'
import { file, homeOf } from './site.ts'

/** Everything a site of the findings lab serves, by whole address. */
export function filesOf(site: FindingSite): ReadonlyMap<string, LabFile> {
  const carried = site.banner === null ? { body: '', files: {} } : carrying(site.banner)
  const pages = Object.entries(site.pages).map(
    ([path, body]) => [path, file('text/html', html(site, body, carried.body), { headers: policyOf(site) })] as const,
  )
  const own = Object.entries({
    '/lab/page.js': script(runPage, { tags: { analytics: null, marketing: null }, consentMode: false }, gateOpens),
    '/lab/tags.js': script(runTags, site.tags, site.banner !== null, gateOpens),
    ...carried.files,
  }).map(([path, { type, text }]) => [path, file(type, text)] as const)
  const all = [...own, ...pages, ...Object.entries(site.files)]
  return new Map(all.map(([place, each]) => [new URL(place, homeOf(site.id)).href, each]))
}

/** The site's own hosts, of whatever name. */
export function hostsOf(site: FindingSite): readonly string[] {
  const home = new URL(homeOf(site.id)).hostname
  const all = [...filesOf(site).keys()].map((place) => new URL(place).hostname)
  return [...new Set(all)].filter((host) => host === home || host.endsWith(`.${home}`))
}

function policyOf({ policy }: FindingSite): Record<string, string> {
  return policy === null ? {} : { 'content-security-policy': policy }
}

function html({ id, hasWayBack }: FindingSite, body: string, banner: string): string {
  const footer = hasWayBack ? '<footer><a href="#" class="reopen">Cookie settings</a></footer>' : ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${id}</title>
<link rel="icon" href="data:,">
<style>body { margin: 0; font: 16px/1.5 sans-serif; min-height: 1600px } main { max-width: 40em; margin: 3em auto }</style>
<script src="/lab/page.js"></script>
<script src="/lab/tags.js"></script>
</head>
<body>
<main><h1>Pencils and paper</h1>${body}</main>
${footer}
${banner}
</body>
</html>
`
}
