import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { jurisdictions } from '../scanner/jurisdictions/index.ts'
import type { Plan } from '../scanner/model.ts'
import { adjustPlan, planFromUrls, readPlan } from '../scanner/plan.ts'
import { readPlanFile } from '../scanner/store/plan-file.ts'
import { ordersNamed } from './jurisdiction-of.ts'

export interface PlanWishes {
  readonly states?: readonly string[]
  readonly runs?: number
  /** As given with --knowledge: in place of what the plan names. */
  readonly knowledge?: string
  /** As given with --jurisdiction: in place of what the plan names. */
  readonly jurisdictions?: readonly string[]
}

/** The plan a user means by what stands after `tagtrail scan`: one plan file, or addresses in the order of the funnel. */
export async function scanPlan(targets: readonly string[], wishes: PlanWishes): Promise<Plan> {
  const plan = adjustPlan(await planOf(targets), wishes)
  const { knowledge, jurisdictions: orders } = wishes
  return {
    ...plan,
    ...(knowledge === undefined ? {} : { knowledge: resolve(knowledge) }),
    ...(orders === undefined ? {} : judgedUnder(orders)),
  }
}

function judgedUnder(ids: readonly string[]): Pick<Plan, 'jurisdiction' | 'jurisdictions'> {
  const orders = ordersNamed(ids, (id) => `--jurisdiction names "${id}"`)
  return { jurisdiction: orders[0].id, jurisdictions: orders.map(({ id }) => id) }
}

async function planOf(targets: readonly string[]): Promise<Plan> {
  const known = jurisdictions.map(({ id }) => id)
  const [target = ''] = targets
  if (targets.length > 1 || !(await isPlanFile(target))) return planFromUrls(targets, {}, { jurisdictions: known })
  const { text, name, baseDir } = await readPlanFile(target)
  return readPlan(text, { name, baseDir, jurisdictions: known })
}

/** A file that is there, or a word that looks like the name of one; `shop.example` is neither, and gets a hint. */
async function isPlanFile(target: string): Promise<boolean> {
  if (/^https?:\/\//i.test(target)) return false
  return /\.(ya?ml|json)$/i.test(target) || (await stat(target).catch(() => null)) !== null
}
