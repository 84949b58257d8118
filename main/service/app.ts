import { jurisdictions } from '../../scanner/jurisdictions/index.ts'
import { version } from '../version.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'

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
  }
}
