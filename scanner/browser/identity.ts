import { arch, platform, release } from 'node:os'
import type { Browser } from 'puppeteer-core'
import type { ClientHints } from '../model.ts'
import { clientHintsOf } from './client-hints.ts'
import { sendUnawaited, type TargetWatch } from './targets.ts'
import { unlessLate } from './unless-late.ts'

/** Who a page and its server take the visitor for. */
export interface Identity {
  readonly userAgent: string
  readonly languages: readonly string[]
  readonly locale: string
  readonly timeZone: string
  /** `null` when the browser would not tell its brands; a site that asks then gets empty answers. */
  readonly clientHints: ClientHints | null
  /** The browser itself sends Global Privacy Control, to servers and to pages. */
  readonly sendsGpc: boolean
  /** What pages have to be told, because the browser as it was started would say otherwise. */
  readonly corrections: Corrections
}

interface Corrections {
  readonly locale: string | null
  readonly timeZone: string | null
}

export interface IdentityWishes {
  readonly userAgent: string
  readonly version: string
  readonly locale: string
  readonly timeZone: string | null
}

/** Asks a page of the browser's own what it says of itself, and finds what is amiss. */
export async function identityOf(browser: Browser, wishes: IdentityWishes): Promise<Identity> {
  const said = await askBrowser(browser)
  const timeZone = wishes.timeZone ?? said.timeZone
  const facts = { version: wishes.version, platform: platform(), arch: arch(), release: release() }
  return {
    userAgent: wishes.userAgent,
    languages: said.languages,
    locale: wishes.locale,
    timeZone,
    clientHints: said.brands.length > 0 ? clientHintsOf({ ...facts, brands: said.brands }) : null,
    sendsGpc: said.gpc,
    corrections: {
      locale: said.locale === wishes.locale ? null : wishes.locale,
      timeZone: said.timeZone === timeZone ? null : timeZone,
    },
  }
}

/**
 * Gives every target this identity before it runs. A browser whose user agent was set on its command line tells nothing
 * but its brands when asked for more; a page's own session can tell the rest, to frames, workers and servers alike.
 */
export function assumeIdentity(watch: TargetWatch, { userAgent, clientHints, corrections }: Identity): void {
  const { locale, timeZone } = corrections
  const userAgentMetadata = clientHints && {
    ...clientHints,
    brands: [...clientHints.brands],
    fullVersionList: [...clientHints.fullVersionList],
    formFactors: [...clientHints.formFactors],
  }
  watch.onTarget(({ session }) => {
    if (userAgentMetadata) sendUnawaited(session, 'Emulation.setUserAgentOverride', { userAgent, userAgentMetadata })
    // Both hold for a whole process: a worker beside its page is refused, and has them already.
    if (locale !== null) sendUnawaited(session, 'Emulation.setLocaleOverride', { locale })
    if (timeZone !== null) sendUnawaited(session, 'Emulation.setTimezoneOverride', { timezoneId: timeZone })
  })
}

interface Said {
  readonly brands: ClientHints['brands']
  readonly languages: readonly string[]
  readonly locale: string
  readonly timeZone: string
  readonly gpc: boolean
}

async function askBrowser(browser: Browser): Promise<Said> {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    // Brands are told to secure pages only; this one asks nobody.
    await unlessLate(ASK_LIMIT_MS, page.goto('chrome://version/', { waitUntil: [] })).catch(() => null)
    return await page.evaluate(sayAll)
  } finally {
    await context.close()
  }
}

const ASK_LIMIT_MS = 5_000

/** Runs in the page. */
function sayAll(): Said {
  const { languages, userAgentData, globalPrivacyControl } = navigator as Navigator & {
    readonly userAgentData?: { readonly brands: ClientHints['brands'] }
    readonly globalPrivacyControl?: boolean
  }
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { brands: userAgentData?.brands ?? [], languages, locale, timeZone, gpc: globalPrivacyControl === true }
}
