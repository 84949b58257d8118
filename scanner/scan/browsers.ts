import { launchBrowser, type RunningBrowser } from '../browser/launch.ts'
import { credentialsOf } from '../browser/credentials.ts'
import { assumeIdentity } from '../browser/identity.ts'
import { freshProfile } from '../browser/profile.ts'
import type { BrowserChoice } from '../browser/provide.ts'
import { watchTargets, type TargetWatch } from '../browser/targets.ts'
import { witnessRequests, type Witness } from '../browser/witness.ts'
import type { ConsentState, Plan } from '../model.ts'
import { sendsGpc } from '../states.ts'
import type { Leaving } from './gate.ts'

/** A browser that is watched before its first page. */
export interface WatchedBrowser {
  readonly running: RunningBrowser
  readonly watch: TargetWatch
  readonly witness: Witness
}

/** One browser at a time for all states, and one of its own for those that send Global Privacy Control or hold vendors back. */
export interface Browsers {
  /** When it has died, whoever asks next gets a new one. */
  now(state?: ConsentState): Promise<WatchedBrowser>
  close(): Promise<void>
}

export function browsers(
  plan: Plan,
  choice: BrowserChoice,
  signal: AbortSignal,
  isHeldBack: (request: Leaving) => boolean = () => false,
): Browsers {
  const started: Promise<Started>[] = []
  const succession = (kind: BrowserKind): (() => Promise<Started>) => {
    let latest: Promise<Started> | null = null
    return async () => {
      const before = latest
      const current = await before?.catch(() => null)
      if (current && !current.running.gone.aborted) return current
      // Another may have asked for the next one meanwhile.
      if (latest === null || latest === before) started.push((latest = startOne(plan, choice, signal, kind)))
      return await latest
    }
  }
  const ordinary = succession({ sendsGpc: false, isHeldBack: () => false })
  const discreet = succession({ sendsGpc: true, isHeldBack: () => false })
  const gated = succession({ sendsGpc: false, isHeldBack })
  return {
    now: (state) => {
      if (state === 'gated') return gated()
      return state !== undefined && sendsGpc(state) ? discreet() : ordinary()
    },
    close: async () => {
      await Promise.all(started.map(async (each) => (await each.catch(() => null))?.close()))
    },
  }
}

interface BrowserKind {
  readonly sendsGpc: boolean
  isHeldBack(request: Leaving): boolean
}

interface Started extends WatchedBrowser {
  close(): Promise<void>
}

async function startOne(
  plan: Plan,
  choice: BrowserChoice,
  signal: AbortSignal,
  { sendsGpc: withGpc, isHeldBack }: BrowserKind,
): Promise<Started> {
  const profile = await freshProfile(plan.access.thirdPartyCookies, plan.locale)
  try {
    const running = await launchBrowser({ ...plan, choice, profile: profile.folder, signal, sendsGpc: withGpc })
    const close = async (): Promise<void> => {
      await running.close()
      await profile.remove()
    }
    const watch = await watchTargets(running.root)
    assumeIdentity(watch, running.identity)
    const witness = await witnessRequests(
      running.root,
      credentialsOf(plan.site, plan.access),
      ({ request, resourceType }) =>
        isHeldBack({ url: request.url, method: request.method, resourceType: resourceType.toLowerCase() }),
    )
    return { running, watch, witness, close }
  } catch (reason) {
    await profile.remove()
    throw reason
  }
}
