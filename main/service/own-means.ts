import type { Plan } from '../../scanner/model.ts'
import type { ServiceParts } from './parts.ts'

/** What this user has set counts where the plan is silent: vendor records, and the way into the network. */
export async function withOwnMeans(plan: Plan, { catalog, knowledge }: ServiceParts): Promise<Plan> {
  const { proxy } = await catalog.settings()
  return {
    ...plan,
    knowledge: plan.knowledge ?? (await knowledge()).own?.path ?? null,
    access: { ...plan.access, proxy: plan.access.proxy ?? proxy },
  }
}
