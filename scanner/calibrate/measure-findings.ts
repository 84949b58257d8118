import { jurisdictions } from '../jurisdictions/index.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { checkFindings, type FindingCheck } from '../lab/findings/check.ts'
import type { FindingSite } from '../lab/findings/model.ts'
import type { Evidence, Finding, Plan } from '../model.ts'
import { assess } from '../scan.ts'
import { scanMany, type ScanManyOptions } from './scan-many.ts'

interface FindingListener {
  onBrowser(product: string): void
  onCheck(check: FindingCheck): void
}

/** Scans the sites of the findings lab, each by its plan of the same name, judges what was seen, and holds the findings against what must be said. */
export async function measureFindings(
  sites: readonly FindingSite[],
  plans: readonly Plan[],
  options: ScanManyOptions,
  { onBrowser, onCheck }: FindingListener,
): Promise<readonly FindingCheck[]> {
  if (sites.length === 0) return []
  const judged = judgement()
  const byId = new Map(sites.map((site) => [site.id, site]))
  const aliases = new Map(sites.flatMap((site) => Object.entries(site.aliases)))
  const checks: FindingCheck[] = []
  const askAlias = (host: string): Promise<readonly string[]> => {
    const alias = aliases.get(host)
    return Promise.resolve(alias === undefined ? [] : [alias])
  }
  await scanMany(plans, { ...options, askAlias }, (evidence) => {
    const site = byId.get(evidence.plan.name)
    if (site === undefined) return
    onBrowser(evidence.environment.browser.product)
    const check = checkFindings(site, judged(evidence))
    checks.push(check)
    onCheck(check)
  })
  return checks
}

/** By the knowledge that is delivered, and the law that the plan names. */
function judgement(): (evidence: Evidence) => readonly Finding[] {
  const knowledge = loadKnowledge()
  return (evidence) => {
    const named = jurisdictions.find(({ id }) => id === evidence.plan.jurisdiction)
    if (named === undefined) throw new Error(`no jurisdiction is called ${evidence.plan.jurisdiction}`)
    return assess(evidence, { knowledge, jurisdictions: [named] }).findings
  }
}
