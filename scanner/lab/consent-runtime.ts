import type { WhenConsent } from './act-runtime.ts'
import { gateOpens } from './gate-opens.ts'
import type { Gate, LabSite, Purpose } from './model.ts'

/** The site's consent script: remembers the choice, opens the gates of the tags, speaks Consent Mode. */
export function consentScript(site: LabSite): string {
  return `(${runConsent.toString()})(${JSON.stringify(site.consent)}, ${gateOpens.toString()})`
}

/** Serialized into the page: it may use nothing from this module. */
function runConsent(config: LabSite['consent'], opens: typeof gateOpens): void {
  type Allowed = Record<Purpose, boolean>
  const purposes: readonly Purpose[] = ['functional', 'analytics', 'marketing']
  const waiting: { readonly gate: Gate; readonly purpose: Purpose; readonly start: () => void }[] = []
  const page = window as unknown as { dataLayer: unknown[]; labConsent: WhenConsent }
  let allowed = stored()

  function stored(): Allowed | null {
    const raw = document.cookie.split('; ').find((pair) => pair.startsWith(`${config.cookie}=`))
    if (raw === undefined) return null
    try {
      return (JSON.parse(decodeURIComponent(raw.slice(config.cookie.length + 1))) as { allowed: Allowed }).allowed
    } catch {
      return null
    }
  }

  /** Consent Mode wants the `arguments` object itself, as Google's own snippet pushes it. */
  function gtag(..._command: readonly unknown[]): void {
    page.dataLayer.push(arguments)
  }

  function signals(of: Allowed | null): Record<string, string> {
    const say = (purpose: Purpose): string => (of?.[purpose] === true ? 'granted' : 'denied')
    return {
      ad_storage: say('marketing'),
      ad_user_data: say('marketing'),
      ad_personalization: say('marketing'),
      analytics_storage: say('analytics'),
      functionality_storage: say('functional'),
    }
  }

  function openGates(): void {
    for (const tag of waiting.splice(0)) page.labConsent(tag.gate, tag.purpose, tag.start)
  }

  function choose(choice: 'accept' | 'reject' | 'custom', picked: Allowed): void {
    const value = JSON.stringify({ v: 1, choice, allowed: picked, at: new Date().toISOString() })
    const maxAge = config.days * 86_400
    document.cookie = `${config.cookie}=${encodeURIComponent(value)}; path=/; max-age=${maxAge}; samesite=Lax; secure`
    allowed = picked
    gtag('consent', 'update', signals(allowed))
    page.dataLayer.push({ event: 'consent_update', consent_choice: choice })
    show(null)
    openGates()
  }

  function all(value: boolean): Allowed {
    return { functional: value, analytics: value, marketing: value }
  }

  const toggle = (purpose: Purpose): HTMLInputElement | null =>
    document.querySelector(`#consent input[name="${purpose}"]`)

  /** Shows one layer of the banner, or none. */
  function show(layer: 'first' | 'settings' | null): void {
    const banner = document.querySelector<HTMLElement>('#consent')
    if (banner === null) return
    banner.hidden = layer === null
    for (const part of banner.querySelectorAll<HTMLElement>('[data-layer]'))
      part.hidden = part.dataset['layer'] !== layer
    for (const purpose of purposes) Object.assign(toggle(purpose) ?? {}, { checked: allowed?.[purpose] === true })
  }

  function wire(): void {
    const picked = (): Allowed => ({
      functional: toggle('functional')?.checked === true,
      analytics: toggle('analytics')?.checked === true,
      marketing: toggle('marketing')?.checked === true,
    })
    const actions: Record<string, () => void> = {
      accept: () => choose('accept', all(true)),
      reject: () => choose('reject', all(false)),
      settings: () => show('settings'),
      save: () => choose('custom', picked()),
    }
    for (const button of document.querySelectorAll<HTMLElement>('[data-consent]')) {
      button.addEventListener('click', (event) => {
        event.preventDefault()
        actions[button.dataset['consent'] ?? '']?.()
      })
    }
    if (allowed === null) show('first')
  }

  page.dataLayer ??= []
  gtag('consent', 'default', { ...signals(null), security_storage: 'granted', wait_for_update: 500 })
  if (allowed !== null) gtag('consent', 'update', signals(allowed))
  page.labConsent = (gate, purpose, start) => {
    if (opens(gate, allowed === null ? null : allowed[purpose])) start()
    else waiting.push({ gate, purpose, start })
  }
  document.addEventListener('DOMContentLoaded', wire)
}
