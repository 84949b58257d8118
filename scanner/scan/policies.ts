import type { JourneyLog } from '../evidence-log.ts'
import { declarationsOf } from '../declared/declarations.ts'
import { readLists } from '../declared/in-page.ts'
import { newVisitor } from '../browser/visitor.ts'
import type { Plan } from '../model.ts'
import type { WatchedBrowser } from './browsers.ts'

/**
 * Reads what the site declares, on the pages the plan names, as a visitor of its own: nothing but the declarations is
 * noted, for these pages are no part of the funnel.
 */
export async function readPolicies(
  { policies, viewport, limits }: Plan,
  { running }: WatchedBrowser,
  log: JourneyLog,
  signal: AbortSignal,
): Promise<void> {
  if (policies.length === 0) return
  log.enter(POLICIES)
  const visitor = await newVisitor(running, viewport, () => undefined)
  try {
    for (const url of policies) {
      signal.throwIfAborted()
      const refused = (why: string): void =>
        log.pen.gap('step-failed', ['declaration'], `what the site declares on ${url} could not be read: ${why}`)
      try {
        const response = await visitor.page.goto(url, { waitUntil: 'networkidle2', timeout: limits.stepTimeoutMs })
        const status = response?.status() ?? 0
        if (status >= 400) refused(`it answered with error ${status}`)
        else for (const fact of declarationsOf(await visitor.page.evaluate(readLists))) log.pen.write(fact)
      } catch (reason) {
        signal.throwIfAborted()
        refused(reason instanceof Error ? reason.message : String(reason))
      }
    }
  } finally {
    await visitor.forget()
  }
}

/** No step can have this id. */
const POLICIES = '(policies)'
