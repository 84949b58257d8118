import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CatalogContent } from '../../scanner/store/schemas/catalog.ts'
import type { Catalog } from '../../scanner/store/catalog.ts'
import type { RemovedThing } from '../contract.ts'
import { notFound } from './failures.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'

export function removedRouter(os: Implementer, { catalog, changes }: ServiceParts) {
  return {
    list: os.removed.list.handler(async () => removedIn(await catalog.content())),
    restore: os.removed.restore.handler(async ({ input: { what, id } }) => {
      const content = await catalog.change((before) => {
        if (!removedIn(before).some((thing) => thing.what === what && thing.id === id))
          throw notFound(what, 'This was swept away, or brought back in another window.')
        return restored(before, what, id)
      })
      for (const topic of ['projects', 'funnels', 'scans'] as const) changes.tell({ type: 'changed', what: topic })
      return removedIn(content)
    }),
  }
}

const KEPT_DAYS = 30

/** What was removed long ago goes for good, at the start of the program. Evidence outside our own folder stays. */
export async function sweepRemoved(catalog: Catalog, { now, dataFolder }: SweepOptions): Promise<readonly string[]> {
  const isDue = ({ removedAt }: Removable): boolean => removedAt !== null && goesAt(removedAt) <= now.toISOString()
  const before = await catalog.content()
  const scans = before.scans.filter(isDue)
  const due = [...before.projects.filter(isDue), ...before.funnels.filter(isDue), ...scans]
  if (due.length === 0) return []
  const ours = join(dataFolder, 'scans')
  for (const { dir } of scans) if (dirname(dir) === ours) await rm(dir, { recursive: true, force: true })
  const ids = new Set(due.map(({ id }) => id))
  const isLeft = (thing: Removable): boolean => !ids.has(thing.id) || !isDue(thing)
  await catalog.change((content) => ({
    ...content,
    projects: content.projects.filter(isLeft),
    funnels: content.funnels.filter(isLeft),
    scans: content.scans.filter(isLeft),
  }))
  return due.map((thing) => ('draft' in thing ? nameOf(thing.draft) : thing.name))
}

export interface SweepOptions {
  readonly now: Date
  readonly dataFolder: string
}

interface Removable {
  readonly id: string
  readonly removedAt: string | null
}

function removedIn({ projects, funnels, scans }: CatalogContent): readonly RemovedThing[] {
  const goneWith = new Map(projects.map(({ id, removedAt }) => [id, removedAt]))
  const thing = (what: RemovedThing['what'], { id, removedAt }: Removable, name: string): readonly RemovedThing[] =>
    removedAt === null ? [] : [{ what, id, name, removedAt, goesAt: goesAt(removedAt) }]
  return [
    ...projects.flatMap((project) => thing('client', project, project.name)),
    ...funnels
      .filter(({ projectId, removedAt }) => goneWith.get(projectId) !== removedAt)
      .flatMap((funnel) => thing('funnel', funnel, nameOf(funnel.draft))),
    ...scans.flatMap((scan) => thing('scan', scan, scan.name)),
  ].toSorted((a, b) => b.removedAt.localeCompare(a.removedAt))
}

function restored(content: CatalogContent, what: RemovedThing['what'], id: string): CatalogContent {
  const back = <T extends Removable>(all: T[], is: (each: T) => boolean): T[] =>
    all.map((each) => (is(each) ? { ...each, removedAt: null } : each))
  const { projects, funnels, scans } = content
  if (what === 'scan') return { ...content, scans: back(scans, (scan) => scan.id === id) }
  if (what === 'funnel') {
    const owner = funnels.find((funnel) => funnel.id === id)?.projectId
    return {
      ...content,
      projects: back(projects, (project) => project.id === owner),
      funnels: back(funnels, (funnel) => funnel.id === id),
    }
  }
  const at = projects.find((project) => project.id === id)?.removedAt
  return {
    ...content,
    projects: back(projects, (project) => project.id === id),
    funnels: back(funnels, (funnel) => funnel.projectId === id && funnel.removedAt === at),
  }
}

function goesAt(removedAt: string): string {
  return new Date(Date.parse(removedAt) + KEPT_DAYS * 86_400_000).toISOString()
}

function nameOf({ name }: Readonly<Record<string, unknown>>): string {
  return typeof name === 'string' ? name : ''
}
