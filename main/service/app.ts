import { jurisdictions } from '../../scanner/jurisdictions/index.ts'
import type { CatalogContent } from '../../scanner/store/schemas/catalog.ts'
import { version } from '../version.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'
import { isThere } from './projects.ts'

export function appRouter(os: Implementer, parts: ServiceParts) {
  return {
    info: os.app.info.handler(async () => {
      const knowledge = await parts.knowledge()
      return {
        version,
        host: parts.hostKind,
        platform: process.platform,
        dataFolder: parts.dataFolder,
        notes: parts.notes,
        knowledge: { version: knowledge.version, vendors: knowledge.vendors.length },
      }
    }),
    changes: os.app.changes.handler(({ signal }) => parts.changes.listen(signal)),
    jurisdictions: os.app.jurisdictions.handler(() => jurisdictions),
    leftAt: os.app.leftAt.handler(async () => {
      const { place } = await parts.window.get()
      return { place: isThereStill(place, await parts.catalog.content()) ? place : '/' }
    }),
    leave: os.app.leave.handler(({ input }) => parts.window.keep(input)),
  }
}

/** What is looked at may have been removed since, in another window or by hand. */
function isThereStill(place: string, { projects, funnels, scans }: CatalogContent): boolean {
  const [, what, id = ''] = /^\/(clients|funnels|scans)\/([^/?]+)/.exec(place) ?? []
  if (what === undefined) return true
  const all = { clients: projects, funnels, scans }[what] ?? []
  return all.some((each) => each.id === decodeURIComponent(id) && isThere(each))
}
