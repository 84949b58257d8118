import type { Page } from 'puppeteer-core'
import { credentialsOf } from '../../scanner/browser/credentials.ts'
import { assumeIdentity } from '../../scanner/browser/identity.ts'
import { launchBrowser, type RunningBrowser } from '../../scanner/browser/launch.ts'
import { freshProfile } from '../../scanner/browser/profile.ts'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { watchTargets } from '../../scanner/browser/targets.ts'
import { newVisitor, type Visitor } from '../../scanner/browser/visitor.ts'
import { witnessRequests, type Witnessed } from '../../scanner/browser/witness.ts'
import { collectors } from '../../scanner/collectors/index.ts'
import { observe, type Observing } from '../../scanner/observe.ts'
import type { Access, RequestFact } from '../../scanner/model.ts'
import { fakePen, type FakePen } from './fake-pen.ts'
import { ACCESS } from './plan.ts'
import { openSmallInternet, type Answer, type SmallInternet } from './small-internet.ts'

/** A real browser that can reach nothing but a small internet, recorded as a scan records it. */
export interface RealBrowser {
  readonly internet: SmallInternet
  readonly running: RunningBrowser
  /** A visitor who has never been here. */
  visit(): Promise<Visit>
  close(): Promise<void>
}

export interface Visit extends FakePen {
  readonly page: Page
  readonly visitor: Visitor
  readonly observing: Observing
  /** Goes there and waits until it is quiet; false when it never was. */
  goTo(url: string): Promise<boolean>
  settle(): Promise<boolean>
  /** `METHOD host/path` of all requests that were seen to leave, once nothing more can come. */
  seen(): readonly string[]
  facts(): readonly RequestFact[]
}

export interface RealBrowserOptions {
  readonly pages: Readonly<Record<string, Answer>>
  readonly thirdPartyCookies?: Access['thirdPartyCookies']
  readonly locale?: string
  readonly timeZone?: string
  readonly sendsGpc?: boolean
  /** Requests that never leave, as in the state `gated`. */
  readonly isHeldBack?: (seen: Witnessed) => boolean
  /** In place of what is usual. */
  readonly access?: Partial<Access>
}

export async function openRealBrowser(options: RealBrowserOptions): Promise<RealBrowser> {
  const { thirdPartyCookies = 'allow', locale = 'en-GB' } = options
  const internet = await openSmallInternet(options.pages)
  const profile = await freshProfile(thirdPartyCookies)
  const hostMap = { '*': internet.address }
  const certificates = { acceptInvalid: true, trust: null }
  const access = { ...ACCESS, hostMap, certificates, thirdPartyCookies, ...options.access }
  const choice = await provideBrowser()
  const running = await launchBrowser({ ...options, choice, access, locale, profile: profile.folder })
  const watch = await watchTargets(running.root)
  assumeIdentity(watch, running.identity)
  const witness = await witnessRequests(running.root, credentialsOf('https://shop.example', access), options.isHeldBack)

  const visit = async (): Promise<Visit> => {
    const pen = fakePen()
    let observing: Observing | undefined
    const visitor = await newVisitor(running, { width: 1000, height: 700 }, (browserContextId) => {
      const secret = '_f3b1c7a90d2e'
      const onNavigation = (): void => observing?.flush(false)
      observing = observe({
        collectors,
        pen: pen.pen,
        watch,
        witness,
        browserContextId,
        root: running.root,
        secret,
        onNavigation,
      })
    })
    if (!observing) throw new Error('a visitor came without a context')
    const { quiet, flush } = observing
    const settle = (): Promise<boolean> => quiet.settled(200, 2500, new AbortController().signal)
    return {
      ...pen,
      page: visitor.page,
      visitor,
      observing,
      settle,
      goTo: async (url) => {
        await visitor.page.goto(url, { waitUntil: [] })
        return await settle()
      },
      facts: () => pen.drafts('request'),
      seen: () => {
        flush(true)
        const left = pen.drafts('request').filter(({ url }) => !url.endsWith('/favicon.ico'))
        return left.map(({ method, url }) => `${method} ${url.replace(/^https?:\/\//, '').replace(/#.*/, '')}`)
      },
    }
  }
  const close = async (): Promise<void> => {
    await running.close()
    await profile.remove()
    await internet.close()
  }
  return { internet, running, visit, close }
}
