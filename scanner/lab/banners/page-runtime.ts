import type { Gate, Purpose } from '../model.ts'
import type { gateOpens } from '../gate-opens.ts'
import type { Allowed, DeedKind, TagPurpose } from './model.ts'

/** What every page of the banner lab offers to the banner on it. */
export interface LabPage {
  /** The visitor has just decided: tells the server, and lets the tags go that may. */
  decided(allowed: Allowed): void
  /** The visitor decided on an earlier page; `null`: not yet. */
  recalled(allowed: Allowed | null): void
  did(what: DeedKind, detail?: string): void
  /** Something was pressed in a frame, where this page sees no events. */
  pressed(isTrusted: boolean): void
}

export interface PageConfig {
  readonly tags: Readonly<Record<TagPurpose, Gate | null>>
  readonly consentMode: boolean
}

/** Serialized into the page: it may use nothing from this module. */
export function runPage(config: PageConfig, opens: typeof gateOpens): void {
  const page = window as unknown as { lab: LabPage; dataLayer?: unknown[] }
  const started = new Set<TagPurpose>()
  const DAY = 86_400
  let isTrusted = false
  for (const type of ['pointerdown', 'keydown', 'click'])
    addEventListener(type, (event) => (isTrusted = event.isTrusted), true)

  /** Consent Mode wants the `arguments` object itself, as Google's own snippet pushes it. */
  function gtag(..._command: readonly unknown[]): void {
    if (config.consentMode) (page.dataLayer ??= []).push(arguments)
  }

  function signals(allowed: Allowed | null): Record<string, string> {
    const say = (purpose: Purpose): string => (allowed?.[purpose] === true ? 'granted' : 'denied')
    return {
      ad_storage: say('marketing'),
      ad_user_data: say('marketing'),
      ad_personalization: say('marketing'),
      analytics_storage: say('analytics'),
    }
  }

  const tags: Record<TagPurpose, (allowed: Allowed | null) => void> = {
    analytics(allowed) {
      document.cookie = `_ga=GA1.1.${Date.now()}.1731; path=/; max-age=${730 * DAY}; samesite=Lax; secure`
      const may = (purpose: Purpose): string => (allowed?.[purpose] === true ? '1' : '0')
      const gcs = config.consentMode ? `&gcs=G1${may('marketing')}${may('analytics')}` : ''
      navigator.sendBeacon(`https://region1.google-analytics.com/g/collect?v=2&tid=G-BANNERLAB&en=page_view${gcs}`)
    },
    marketing() {
      document.cookie = `_fbp=fb.1.${Date.now()}.4417; path=/; max-age=${90 * DAY}; samesite=Lax; secure`
      new Image(1, 1).src = `https://www.facebook.com/tr/?id=128467390025114&ev=PageView&dl=${location.host}`
    },
  }

  function openGates(allowed: Allowed | null): void {
    for (const [purpose, gate] of Object.entries(config.tags) as [TagPurpose, Gate | null][]) {
      if (gate === null || started.has(purpose) || !opens(gate, allowed && allowed[purpose])) continue
      started.add(purpose)
      tags[purpose](allowed)
    }
  }

  function did(what: DeedKind, detail = ''): void {
    const deed = new URLSearchParams({ what, detail, trusted: String(isTrusted) })
    navigator.sendBeacon(`/lab/did?${deed.toString()}`)
  }

  gtag('consent', 'default', { ...signals(null), wait_for_update: 500 })
  page.lab = {
    did,
    pressed: (isReal) => (isTrusted = isReal),
    decided(allowed) {
      const grants = (Object.keys(allowed) as Purpose[]).filter((purpose) => allowed[purpose])
      did('decided', grants.join(','))
      gtag('consent', 'update', signals(allowed))
      openGates(allowed)
    },
    recalled(allowed) {
      if (allowed) gtag('consent', 'update', signals(allowed))
      openGates(allowed)
    },
  }
}
