import type { Allowed } from './model.ts'
import type { LabPage } from './page-runtime.ts'
import type { BannerScript, Layer, Press, Store } from './runtime-model.ts'

/** What a banner in a frame tells the page around it. */
export interface FramePress {
  readonly labPress: Press['does']
  readonly switches: Partial<Allowed>
  readonly trusted: boolean
  readonly text: string
}

/** Draws a banner and does what its buttons say. Serialized into the page: it may use nothing from this module. */
export function runBanner(banner: BannerScript): void {
  const { lab } = window as unknown as { lab: LabPage }
  const { quirks } = banner
  const all = (value: boolean): Allowed => ({ functional: value, analytics: value, marketing: value })
  const DAY = 86_400
  let shown: Element | null = null
  let worksFrom = Infinity

  function fill(template: string, allowed: Allowed): string {
    const tokens: Record<string, () => string> = {
      iso: () => new Date().toISOString(),
      ms: () => String(Date.now()),
      uuid: () => crypto.randomUUID(),
    }
    return template
      .replaceAll(/\[\[(\w+)\?(.*?):(.*?)\]\]/g, (_whole, purpose: string, yes: string, no: string) =>
        (allowed as Record<string, boolean>)[purpose] === true ? yes : no,
      )
      .replaceAll(/\[\[(iso|ms|uuid)\]\]/g, (_whole, token: string) => tokens[token]?.() ?? '')
  }

  const encoded: Record<Store['encode'], (text: string) => string> = {
    none: (text) => text,
    uri: (text) => encodeURIComponent(text),
    base64: (text) => btoa(text),
  }

  function write(stores: readonly Store[], allowed: Allowed): void {
    for (const { area, name, value, days, encode } of stores) {
      const text = encoded[encode](fill(value, allowed))
      if (area === 'local') localStorage.setItem(name, text)
      else if (area === 'session') sessionStorage.setItem(name, text)
      else document.cookie = `${name}=${text}; path=/; max-age=${days * DAY}; samesite=Lax; secure`
    }
  }

  function recall(): Allowed | null {
    const from = banner.recalls
    if (from === null) return null
    const pair = document.cookie.split('; ').find((each) => each.startsWith(`${from.name}=`))
    const raw = from.area === 'local' ? localStorage.getItem(from.name) : pair?.slice(from.name.length + 1)
    if (raw === null || raw === undefined) return null
    const text = from.isBase64 ? atob(raw) : decodeURIComponent(raw)
    if (from.onlyIf !== null && !text.includes(from.onlyIf)) return null
    const says = (part: string | undefined): boolean => part !== undefined && text.includes(part)
    return {
      functional: says(from.yes.functional ?? from.yes.marketing),
      analytics: says(from.yes.analytics ?? from.yes.marketing),
      marketing: says(from.yes.marketing),
    }
  }

  function decide(allowed: Allowed): void {
    hide()
    if (quirks.forgets) return
    const kept = quirks.lies ? all(true) : allowed
    write(banner.stores, kept)
    lab.decided(allowed)
    const isRefusal = !allowed.analytics && !allowed.marketing
    if (quirks.reloads || (quirks.reloadsForEver && isRefusal)) setTimeout(() => location.reload(), 150)
  }

  function act(does: Press['does'], switches: Partial<Allowed>, text: string): void {
    switch (does) {
      case 'accept':
        return decide(all(true))
      case 'reject':
        return decide(all(false))
      case 'save':
        return decide({ ...all(false), ...switches })
      case 'save-unless':
        return decide({
          functional: switches.functional !== true,
          analytics: switches.analytics !== true,
          marketing: switches.marketing !== true,
        })
      case 'open':
        lab.did('opened')
        return show('second')
      case 'switches-off':
        return
      case 'close':
        lab.did('closed')
        return hide()
      case 'decoy':
        return lab.did('decoy', text)
      case 'leave':
        lab.did('left')
        return location.assign('/next')
      case 'pay':
        return lab.did('paid', text)
    }
  }

  function wire(root: Element | ShadowRoot): void {
    const box = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector)
    const isOn = (element: HTMLElement | null): boolean =>
      element instanceof HTMLInputElement ? element.checked : element?.getAttribute('aria-checked') === 'true'
    const switches = Object.entries(banner.switches)
    for (const [, selector] of switches) {
      const element = box(selector)
      if (element === null || element instanceof HTMLInputElement) continue
      element.addEventListener('click', () => element.setAttribute('aria-checked', String(!isOn(element))))
    }
    for (const { on, does } of banner.presses) {
      for (const element of root.querySelectorAll<HTMLElement>(on)) {
        element.addEventListener('click', (event) => {
          if (event.target !== element && (event.target as Element).closest('a, button') !== element) return
          event.preventDefault()
          if (performance.now() < worksFrom || (quirks.wantsTrusted && !event.isTrusted)) return
          if (does === 'switches-off') {
            for (const [, selector] of switches) {
              const turned = box(selector)
              if (turned instanceof HTMLInputElement) turned.checked = false
              else turned?.setAttribute('aria-checked', 'false')
            }
          }
          const set = Object.fromEntries(switches.map(([purpose, selector]) => [purpose, isOn(box(selector))]))
          act(does, set, element.textContent?.trim() ?? '')
        })
      }
    }
  }

  function hide(): void {
    shown?.remove()
    shown = null
  }

  function show(layer: Layer): void {
    hide()
    const holder = document.createElement('div')
    holder.innerHTML = banner.root ?? '<div></div>'
    const root = holder.firstElementChild ?? holder
    document.body.append(root)
    shown = root
    worksFrom = performance.now() + (quirks.worksAfterMs ?? 0)
    if (banner.place === 'frame') {
      root.insertAdjacentHTML('beforeend', banner.layers[layer].replace('{src}', banner.frames?.[layer] ?? ''))
      return
    }
    let innermost = root
    while (innermost.firstElementChild) innermost = innermost.firstElementChild
    const inner =
      banner.place === 'page'
        ? innermost
        : innermost.attachShadow({ mode: banner.place === 'open-shadow' ? 'open' : 'closed' })
    inner.innerHTML = `<style>${banner.css}</style>${banner.layers[layer]}`
    wire(inner)
    if (layer === 'first') upset(inner.querySelector<HTMLElement>(':not(style)'))
  }

  /** Makes it hard, if it is meant to be. */
  function upset(drawn: HTMLElement | null): void {
    if (quirks.isModal && drawn instanceof HTMLDialogElement) drawn.showModal()
    for (let jump = 1; jump <= (quirks.moves ?? 0); jump++) {
      setTimeout(() => Object.assign(drawn?.style ?? {}, { transform: `translateY(-${jump * 90}px)` }), jump * 350)
    }
    if (quirks.coveredMs === undefined) return
    const cover = document.createElement('div')
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:rgba(255,255,255,.6)'
    document.body.append(cover)
    setTimeout(() => cover.remove(), quirks.coveredMs)
  }

  addEventListener('message', ({ data }: MessageEvent<FramePress | null>) => {
    if (data?.labPress === undefined) return
    lab.pressed(data.trusted)
    act(data.labPress, data.switches, data.text)
  })
  const known = recall()
  lab.recalled(known)
  if (quirks.reloadsForEver && known && !known.marketing) setTimeout(() => location.reload(), 400)
  const looksAutomated = navigator.webdriver || /bot|crawl|spider|headless/i.test(navigator.userAgent)
  if ((known !== null && !quirks.asksAgain) || (quirks.hidesFromBots && looksAutomated)) return
  write(banner.storesBefore, all(false))
  const begin = (): void => {
    if (quirks.showsOnScroll) addEventListener('scroll', () => shown ?? show('first'), { once: true })
    else if (quirks.showsAfterMs === undefined) show('first')
    else setTimeout(() => show('first'), quirks.showsAfterMs)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
  else begin()
}

/** The same for a banner's own document in a frame, which only passes on what was pressed. Serialized into the page. */
export function runFramedBanner(presses: readonly Press[], switches: BannerScript['switches']): void {
  const isOn = (selector: string): boolean => document.querySelector<HTMLInputElement>(selector)?.checked === true
  for (const { on, does } of presses) {
    for (const element of document.querySelectorAll<HTMLElement>(on)) {
      element.addEventListener('click', (event) => {
        event.preventDefault()
        const set = Object.fromEntries(Object.entries(switches).map(([purpose, selector]) => [purpose, isOn(selector)]))
        const message: FramePress = {
          labPress: does,
          switches: set,
          trusted: event.isTrusted,
          text: element.textContent?.trim() ?? '',
        }
        parent.postMessage(message, '*')
      })
    }
  }
}
