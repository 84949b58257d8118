import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { Knowledge } from '../scanner/knowledge/answers.ts'
import { loadKnowledge } from '../scanner/knowledge/load.ts'
import { ScanError } from '../scanner/errors.ts'
import { openCatalog } from '../scanner/store/catalog.ts'
import { lockFolder, type Holder, type Lock } from '../scanner/store/lock.ts'
import { openPassingFiles } from '../scanner/store/passing-files.ts'
import { openRulings } from '../scanner/store/rulings.ts'
import { openWindowState } from '../scanner/store/window-state.ts'
import type { StoreNote } from './contract.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { openReader } from './reader/process.ts'
import { appRouter } from './service/app.ts'
import { openAppLog } from './service/app-log.ts'
import { archives } from './service/archives.ts'
import { calibrations } from './service/calibrations.ts'
import { filesRouter } from './service/files.ts'
import { comparisonsRouter } from './service/comparisons.ts'
import { funnelsRouter } from './service/funnels.ts'
import { implementer } from './service/implementer.ts'
import { knowledgeRouter } from './service/knowledge.ts'
import { latestScans, readJudged } from './service/judged-scans.ts'
import { ownFiles } from './service/own-knowledge.ts'
import { Changes, type ServiceOptions, type ServiceParts } from './service/parts.ts'
import { clearHalfMade, settleLeftBehind } from './service/left-behind.ts'
import { openPreviews } from './service/previews.ts'
import { projectsRouter } from './service/projects.ts'
import { removedRouter, sweepRemoved } from './service/removed.ts'
import { reportsRouter } from './service/reports.ts'
import { resultsRouter } from './service/results.ts'
import { rulingsRouter } from './service/rulings.ts'
import { runningScans } from './service/running-scans.ts'
import { scansRouter } from './service/scans.ts'
import { settingsRouter } from './service/settings.ts'
import { stepVisits } from './service/step-visit.ts'

/** Everything a window can ask for, the same in every host. */
export interface Service {
  readonly router: ReturnType<typeof routerOf>
  readonly parts: ServiceParts
  /** Tells whoever starts a second one where the window of this one can be opened. */
  noteAddress(address: string): Promise<void>
  /** Ends the running scans in order, and lets go of the data folder. */
  close(): Promise<void>
}

/** Another one works in the data folder already. */
export class FolderTaken extends ScanError {
  readonly by: Holder

  constructor(folder: string, by: Holder) {
    const way = by.address === null ? 'use its window, or end it first' : `open ${by.address}`
    super('store-corrupt', `Tagtrail is running already in ${folder} (process ${by.pid}); ${way}`)
    this.by = by
  }
}

export async function openService({ dataFolder, hostKind, host, startChild }: ServiceOptions): Promise<Service> {
  const lock = await lockFolder(dataFolder)
  if (lock.is === 'taken') throw new FolderTaken(dataFolder, lock.by)
  // Passwords of staging sites and proxies stand in it.
  await chmod(dataFolder, 0o700).catch(() => undefined)
  const { clock, env } = host
  const log = openAppLog(dataFolder)
  const notes: StoreNote[] = []
  const changes = new Changes()
  const catalog = openCatalog(dataFolder, {
    now: () => clock.now(),
    onNote: (text) => {
      log.say(text)
      notes.push({ at: clock.now().toISOString(), text })
      changes.tell({ type: 'changed', what: 'notes' })
    },
  })
  // A damaged catalog is made good before the first window asks.
  await catalog.content()
  await settleLeftBehind(catalog)
  await clearHalfMade(join(dataFolder, 'scans'))
  const swept = await sweepRemoved(catalog, { now: clock.now(), dataFolder })
  if (swept.length > 0) log.say(`swept what was removed long ago: ${swept.join(', ')}`)
  const passing = openPassingFiles(join(dataFolder, 'passing'), { nowMs: () => clock.monotonic() })
  await passing.clear()
  const newId = (): string => host.randomHex(8)
  const ground = { dataFolder, clock, env, newId, catalog, log, changes }
  const reader = openReader({ start: startChild, env: { ...env, TAGTRAIL_DATA: dataFolder }, log })
  const parts: ServiceParts = {
    ...ground,
    ...ownKnowledge(join(dataFolder, 'knowledge'), (text) => log.say(text)),
    hostKind,
    notes,
    running: runningScans(ground, startChild),
    calibrations: calibrations(ground, startChild),
    visitStep: stepVisits(ground, startChild),
    archives: archives(ground, startChild),
    passing,
    reader,
    judged: latestScans((dir) => readJudged(dir, (unjudged) => reader.ask((read) => read.judged({ dir: unjudged })))),
    rulings: openRulings(dataFolder, { now: () => clock.now() }),
    previews: openPreviews(() => host.randomHex(16)),
    window: openWindowState(dataFolder),
  }
  return { router: routerOf(parts), parts, ...ending(lock, parts) }
}

function routerOf(parts: ServiceParts) {
  const os = implementer(parts.log)
  return os.router({
    app: appRouter(os, parts),
    projects: projectsRouter(os, parts),
    funnels: funnelsRouter(os, parts),
    scans: scansRouter(os, parts),
    files: filesRouter(os, parts),
    removed: removedRouter(os, parts),
    results: resultsRouter(os, parts),
    knowledge: knowledgeRouter(os, parts),
    reports: reportsRouter(os, parts),
    settings: settingsRouter(os, parts),
    rulings: rulingsRouter(os, parts),
    comparisons: comparisonsRouter(os, parts),
  })
}

function ending(
  lock: Lock & { is: 'held' },
  { running, calibrations: measuring, archives: packing, reader, window, passing }: ServiceParts,
): Pick<Service, 'noteAddress' | 'close'> {
  return {
    noteAddress: (address) => lock.note(address),
    async close() {
      reader.close()
      // What was kept last is on its way to the disk.
      await Promise.all([running.close(), measuring.close(), packing.close(), window.get()])
      await passing.clear()
      await lock.release()
    },
  }
}

/** Read once, and again after a change. Faults in the user's own part must not keep the program from showing anything. */
function ownKnowledge(path: string, say: (text: string) => void): Pick<ServiceParts, 'knowledge' | 'forgetKnowledge'> {
  let known: Promise<Knowledge> | null = null
  const read = async (): Promise<Knowledge> => {
    const { given, rulings } = await ownFiles(path)
    if (given.length + rulings.length === 0) return loadKnowledge()
    return await knowledgeOf(path).catch((reason: unknown) => {
      say(inspect(reason))
      return loadKnowledge()
    })
  }
  return { knowledge: () => (known ??= read()), forgetKnowledge: () => void (known = null) }
}
