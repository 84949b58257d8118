import { launchBrowser, type RunningBrowser } from '../browser/launch.ts'
import { freshProfile } from '../browser/profile.ts'
import type { BrowserChoice } from '../browser/provide.ts'
import { watchTargets, type TargetWatch } from '../browser/targets.ts'
import { witnessRequests, type Witness } from '../browser/witness.ts'
import type { Plan } from '../model.ts'

/** A browser that is watched before its first page. */
export interface WatchedBrowser {
  readonly running: RunningBrowser
  readonly watch: TargetWatch
  readonly witness: Witness
}

/** One browser at a time: when it has died, whoever asks next gets a new one. */
export interface Browsers {
  now(): Promise<WatchedBrowser>
  close(): Promise<void>
}

export function browsers(plan: Plan, choice: BrowserChoice, signal: AbortSignal): Browsers {
  const started: Promise<Started>[] = []
  const start = (): Promise<Started> => {
    const next = startOne(plan, choice, signal)
    started.push(next)
    return next
  }
  let latest: Promise<Started> | null = null
  return {
    now: async () => {
      const before = latest
      const current = await before?.catch(() => null)
      if (current && !current.running.gone.aborted) return current
      // Another may have asked for the next one meanwhile.
      if (latest === null || latest === before) latest = start()
      return await latest
    },
    close: async () => {
      await Promise.all(started.map(async (each) => (await each.catch(() => null))?.close()))
    },
  }
}

interface Started extends WatchedBrowser {
  close(): Promise<void>
}

async function startOne(plan: Plan, choice: BrowserChoice, signal: AbortSignal): Promise<Started> {
  const profile = await freshProfile(plan.access.thirdPartyCookies, plan.locale)
  try {
    const running = await launchBrowser({ ...plan, choice, profile: profile.folder, signal })
    const close = async (): Promise<void> => {
      await running.close()
      await profile.remove()
    }
    return { running, watch: await watchTargets(running.root), witness: await witnessRequests(running.root), close }
  } catch (reason) {
    await profile.remove()
    throw reason
  }
}
