import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Migration } from './migration.ts'

/** Scans had no names of their own and belonged to nobody; there were neither clients nor funnels. */
export const fromVersion1: Migration = {
  from: 1,
  migrate(content) {
    const { settings, scans } = before.parse(content)
    return {
      schemaVersion: 2,
      settings: {
        language: 'system',
        appearance: 'system',
        jurisdictions: ['eu'],
        runs: 1,
        states: ['no-choice', 'rejected', 'accepted'],
        ...settings,
      },
      projects: [],
      funnels: [],
      scans: scans.map((scan) => ({
        ...scan,
        id: idOfFolder(scan.dir),
        projectId: null,
        funnelId: null,
        origin: 'command-line',
        states: [],
        failure: null,
      })),
    }
  },
}

/** The same folder always gets the same id. */
function idOfFolder(dir: string): string {
  return createHash('sha256').update(dir).digest('hex').slice(0, 16)
}

const before = z.object({
  settings: z.object({ browserPath: z.string().nullable() }),
  scans: z.array(
    z.object({
      dir: z.string(),
      name: z.string(),
      site: z.string(),
      startedAt: z.string(),
      ended: z.string().nullable(),
      headline: z.string().nullable(),
    }),
  ),
})
