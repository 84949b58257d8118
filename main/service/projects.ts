import type { CatalogContent, ProjectEntry } from '../../scanner/store/schemas/catalog.ts'
import type { Project } from '../contract.ts'
import { notFound } from './failures.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'

export function projectsRouter(os: Implementer, { catalog, clock, newId, changes }: ServiceParts) {
  const tell = (): void => {
    changes.tell({ type: 'changed', what: 'projects' })
    changes.tell({ type: 'changed', what: 'funnels' })
  }
  return {
    list: os.projects.list.handler(async () => {
      const content = await catalog.content()
      return content.projects.filter(isThere).map((project) => viewOf(project, content))
    }),
    save: os.projects.save.handler(async ({ input }) => {
      const id = input.id ?? newId()
      const now = clock.now().toISOString()
      const content = await catalog.change((before) => {
        const known = before.projects.find((each) => each.id === id)
        const project = { id, name: input.name, note: input.note, createdAt: known?.createdAt ?? now, removedAt: null }
        const gone = known?.removedAt ?? null
        return {
          ...before,
          projects: [...before.projects.filter((each) => each.id !== id), project],
          // What went with it comes back with it.
          funnels: before.funnels.map((funnel) =>
            gone !== null && funnel.projectId === id && funnel.removedAt === gone
              ? { ...funnel, removedAt: null }
              : funnel,
          ),
        }
      })
      tell()
      return viewOf(projectIn(content, id), content)
    }),
    remove: os.projects.remove.handler(async ({ input: { id } }) => {
      const before = await catalog.content()
      const project = viewOf(projectIn(before, id), before)
      const removedAt = clock.now().toISOString()
      const gone = (funnel: CatalogContent['funnels'][number]): boolean => funnel.projectId === id && isThere(funnel)
      const funnelIds = before.funnels.filter(gone).map((funnel) => funnel.id)
      await catalog.change((content) => ({
        ...content,
        projects: content.projects.map((each) => (each.id === id ? { ...each, removedAt } : each)),
        funnels: content.funnels.map((funnel) => (gone(funnel) ? { ...funnel, removedAt } : funnel)),
      }))
      tell()
      return { project, funnelIds }
    }),
  }
}

export function isThere({ removedAt }: { readonly removedAt: string | null }): boolean {
  return removedAt === null
}

function projectIn({ projects }: CatalogContent, id: string): ProjectEntry {
  const project = projects.find((each) => each.id === id && isThere(each))
  if (project) return project
  throw notFound('project', 'This client is not there any more; it may have been removed in another window.')
}

function viewOf({ id, name, note, createdAt }: ProjectEntry, content: CatalogContent): Project {
  const funnels = content.funnels.filter((funnel) => funnel.projectId === id && isThere(funnel))
  const scans = content.scans.filter((scan) => scan.projectId === id && isThere(scan))
  const [latest] = scans
    .flatMap(({ id: scanId, startedAt, headline, headlineWording }) =>
      headline === null ? [] : [{ scanId, startedAt, headline, headlineWording }],
    )
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  return {
    id,
    name,
    note,
    createdAt,
    funnels: funnels.length,
    funnelNames: funnels.map(({ draft }) => (typeof draft['name'] === 'string' ? draft['name'] : '')),
    scans: scans.length,
    latest: latest ?? null,
  }
}
