import type { CatalogContent, FunnelEntry } from '../../scanner/store/schemas/catalog.ts'
import type { Funnel, FunnelSummary } from '../contract.ts'
import { checkDraft, checkText, draftFromUrls, planOf } from './checked-plan.ts'
import { notFound } from './failures.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'
import { withOwnMeans } from './own-means.ts'
import { isThere } from './projects.ts'

export function funnelsRouter(os: Implementer, parts: ServiceParts) {
  const { catalog, clock, newId, changes } = parts
  const tell = (): void => {
    changes.tell({ type: 'changed', what: 'funnels' })
    changes.tell({ type: 'changed', what: 'projects' })
  }
  return {
    list: os.funnels.list.handler(async ({ input: { projectId } }) => {
      const { funnels } = await catalog.content()
      return funnels
        .filter((funnel) => isThere(funnel) && (projectId === null || funnel.projectId === projectId))
        .map(summaryOf)
    }),
    get: os.funnels.get.handler(async ({ input }) => viewOf(funnelIn(await catalog.content(), input.id))),
    save: os.funnels.save.handler(async ({ input: { id: given, projectId, draft } }) => {
      const id = given ?? newId()
      const now = clock.now().toISOString()
      const content = await catalog.change((before) => {
        if (!before.projects.some((project) => project.id === projectId && isThere(project)))
          throw notFound('project', 'The client of this funnel is not there any more; choose another one.')
        const createdAt = before.funnels.find((each) => each.id === id)?.createdAt ?? now
        const funnel: FunnelEntry = { id, projectId, draft, createdAt, changedAt: now, removedAt: null }
        return { ...before, funnels: [...before.funnels.filter((each) => each.id !== id), funnel] }
      })
      tell()
      return viewOf(funnelIn(content, id))
    }),
    remove: os.funnels.remove.handler(async ({ input: { id } }) => {
      const funnel = funnelIn(await catalog.content(), id)
      const removedAt = clock.now().toISOString()
      await catalog.change((content) => ({
        ...content,
        funnels: content.funnels.map((each) => (each.id === id ? { ...each, removedAt } : each)),
      }))
      tell()
      return viewOf(funnel)
    }),
    check: os.funnels.check.handler(({ input: { draft } }) => checkDraft(draft)),
    visit: os.funnels.visit.handler(async ({ input: { draft, index }, signal }) => {
      const plan = planOf(draft)
      return await parts.visitStep(await withOwnMeans(plan, parts), index, signal)
    }),
    checkText: os.funnels.checkText.handler(({ input: { text, format, kept } }) => checkText(text, format, kept)),
    fromUrls: os.funnels.fromUrls.handler(async ({ input: { urls, name } }) => {
      const { jurisdictions, runs, states } = await catalog.settings()
      return checkDraft({ ...draftFromUrls(urls, name), jurisdictions, runs, states })
    }),
  }
}

export function funnelIn({ funnels }: CatalogContent, id: string): FunnelEntry {
  const funnel = funnels.find((each) => each.id === id && isThere(each))
  if (funnel) return funnel
  throw notFound('funnel', 'This funnel is not there any more; it may have been removed in another window.')
}

function summaryOf({ id, projectId, draft, changedAt }: FunnelEntry): FunnelSummary {
  const { name, site, steps } = draft
  return {
    id,
    projectId,
    name: typeof name === 'string' ? name : '',
    site: typeof site === 'string' ? site : '',
    steps: Array.isArray(steps) ? steps.length : 0,
    changedAt,
    mistakes: checkDraft(draft).mistakes.length,
  }
}

function viewOf({ id, projectId, draft, createdAt, changedAt }: FunnelEntry): Funnel {
  return { id, projectId, createdAt, changedAt, ...checkDraft(draft) }
}
