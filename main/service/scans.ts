import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ScanError } from '../../scanner/errors.ts'
import { layout } from '../../scanner/store/layout.ts'
import type { ScanEntry } from '../../scanner/store/schemas/catalog.ts'
import type { ScanStatus, ScanSummary } from '../contract.ts'
import { planOf } from './checked-plan.ts'
import { notFound } from './failures.ts'
import { funnelIn } from './funnels.ts'
import type { Implementer } from './implementer.ts'
import { withOwnMeans } from './own-means.ts'
import { pageOf } from './page-of.ts'
import type { ServiceParts } from './parts.ts'
import { passingPath } from './files.ts'
import { exportScan, importScan } from './scan-files.ts'
import { told } from './told.ts'

export function scansRouter(os: Implementer, parts: ServiceParts) {
  const { catalog, running, judged, changes, passing, log, reader } = parts
  const entryOf = async (id: string): Promise<ScanEntry> => scanIn(await catalog.scans(), id)
  const view = (entry: ScanEntry): ScanSummary => summaryOf(entry, running.progress(entry.id)?.status ?? null)

  return {
    start: os.scans.start.handler(async ({ input: { funnelId } }) => {
      const { draft, projectId } = funnelIn(await catalog.content(), funnelId)
      const plan = planOf(draft)
      const { name, site } = plan
      const { timestampUrl } = await catalog.settings()
      const ready = await withOwnMeans(plan, parts)
      return view(await running.begin({ plan: ready, timestampUrl, name, site, origin: 'funnel', projectId, funnelId }))
    }),
    startDemo: os.scans.startDemo.handler(async () =>
      view(
        await running.begin({
          plan: null,
          // It needs nothing of the internet, and so asks nobody.
          timestampUrl: null,
          name: 'Demo funnel',
          site: 'https://shop.lab.example',
          origin: 'demo',
          projectId: null,
          funnelId: null,
        }),
      ),
    ),
    list: os.scans.list.handler(async ({ input: { projectId, funnelId, ...page } }) => {
      const wanted = (await catalog.scans()).filter(
        (entry) =>
          (projectId === null || entry.projectId === projectId) && (funnelId === null || entry.funnelId === funnelId),
      )
      // Whoever looks at a list of scans opens one of them; the window is drawn first.
      if (wanted.length > 0) setTimeout(() => reader.ready(), SETTLED_MS).unref()
      return pageOf(wanted, page, view)
    }),
    get: os.scans.get.handler(async ({ input }) => view(await entryOf(input.id))),
    watch: os.scans.watch.handler(async function* ({ input: { id }, signal }) {
      const entry = await entryOf(id)
      if (running.progress(id) === null)
        throw notFound('running scan', `${entry.name} is not being scanned now; open its result.`)
      yield* running.watch(id, signal)
    }),
    cancel: os.scans.cancel.handler(async ({ input: { id } }) => {
      const entry = await entryOf(id)
      running.stop(id)
      return view(entry)
    }),
    remove: os.scans.remove.handler(async ({ input: { id, files } }) => {
      const entry = await entryOf(id)
      const summary = view(entry)
      if (isUnderWay(summary.status))
        throw new ScanError('plan-invalid', `${entry.name} is being scanned; stop it before you remove it`)
      if (files) await catalog.forgetScan(entry.dir)
      else await catalog.noteScan({ ...entry, removedAt: parts.clock.now().toISOString() })
      judged.forget(entry.dir)
      if (files) await rm(entry.dir, { recursive: true, force: true })
      changes.tell({ type: 'changed', what: 'scans' })
      return summary
    }),
    export: os.scans.export.handler(async function* ({ input, signal }) {
      const { dir } = await entryOf(input.id)
      yield* told(log, async (onProgress) => ({ file: await exportScan(dir, { signal, onProgress }, parts) }))
    }),
    import: os.scans.import.handler(async function* ({ input: { fileId, projectId }, signal }) {
      const file = passingPath(passing, fileId)
      try {
        yield* told(log, async (onProgress) => ({
          scan: view(await importScan(file, { projectId, signal, onProgress }, parts)),
        }))
      } finally {
        await passing.drop(fileId)
      }
    }),
  }
}

const SETTLED_MS = 500

export function scanIn(scans: readonly ScanEntry[], id: string): ScanEntry {
  const entry = scans.find((each) => each.id === id)
  if (entry) return entry
  throw notFound('scan', 'This scan is not in the list any more; it may have been removed in another window.')
}

function isUnderWay(status: ScanStatus): boolean {
  return ['starting', 'running', 'stopping', 'judging'].includes(status)
}

/** `live` is what a process of ours says of it; without one, what stands on the disk counts. */
function summaryOf(entry: ScanEntry, live: ScanStatus | null): ScanSummary {
  const { id, dir, name, site, projectId, funnelId, origin, startedAt, headline, headlineWording, states, failure } =
    entry
  const isThere = existsSync(join(dir, layout.environment))
  // One that ended early left a folder only when there was something to keep.
  const isKnown = isThere || failure !== null
  const status = live ?? (isKnown ? (entry.ended ?? 'interrupted') : 'missing')
  return {
    id,
    dir,
    name,
    site,
    projectId,
    funnelId,
    origin,
    startedAt,
    status,
    hasResult: isThere && !isUnderWay(status),
    headline,
    headlineWording,
    states,
    failure,
  }
}
