import { rulingsBeside } from '../../scanner/rulings.ts'
import type { Assessment } from '../../scanner/model.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'
import { scanIn } from './scans.ts'

export function rulingsRouter(os: Implementer, { catalog, judged, rulings, changes }: ServiceParts) {
  const assessmentOf = async (id: string): Promise<Assessment> =>
    (await judged.open(scanIn(await catalog.scans(), id).dir)).assessment
  const siteOf = async (id: string): Promise<string> => (await assessmentOf(id)).scan.site
  const tell = (): void => changes.tell({ type: 'changed', what: 'rulings' })

  return {
    ofScan: os.rulings.ofScan.handler(async ({ input: { id } }) => {
      const assessment = await assessmentOf(id)
      return Object.fromEntries(rulingsBeside(assessment, await rulings.standing(assessment.scan.site)))
    }),
    history: os.rulings.history.handler(async ({ input: { id } }) => rulings.history(await siteOf(id))),
    rule: os.rulings.rule.handler(async ({ input: { id, ...ruling } }) => {
      const kept = await rulings.rule({ ...ruling, site: await siteOf(id) })
      tell()
      return kept
    }),
    takeBack: os.rulings.takeBack.handler(async ({ input: { id, ...about } }) => {
      const isTakenBack = await rulings.takeBack({ ...about, site: await siteOf(id) })
      tell()
      return { isTakenBack }
    }),
  }
}
