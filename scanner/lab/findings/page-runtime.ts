import type { Allowed } from '../banners/model.ts'
import type { LabPage } from '../banners/page-runtime.ts'
import type { gateOpens } from '../gate-opens.ts'
import type { Tag, TagAct } from './model.ts'

/** Lets the tags of a page go when they may. Serialized into the page: it may use nothing from this module. */
export function runTags(tags: readonly Tag[], hasBanner: boolean, opens: typeof gateOpens): void {
  const { lab } = window as unknown as { lab: { -readonly [K in keyof LabPage]: LabPage[K] } }
  const started = new Set<Tag>()

  function embed(via: string, url: string): void {
    if (via === 'beacon') return void navigator.sendBeacon(url)
    if (via === 'image') return void (new Image(1, 1).src = url)
    const names: Record<string, string> = { script: 'script', style: 'link', frame: 'iframe' }
    const element = document.createElement(names[via] ?? 'script')
    if (via === 'style') element.setAttribute('rel', 'stylesheet')
    element.setAttribute(via === 'style' ? 'href' : 'src', url)
    const place = via === 'frame' ? document.body : document.head
    place.append(element)
  }

  const drawn = (text: string): string => text.replaceAll('{random}', () => crypto.randomUUID().replaceAll('-', ''))

  function perform(act: TagAct, typed: string): void {
    switch (act.do) {
      case 'request': {
        if (act.url.includes('{digest}')) return void digested(act)
        const page = encodeURIComponent(location.href)
        const url = drawn(act.url).replace('{url}', page).replace('{typed}', encodeURIComponent(typed))
        return embed(act.via, url)
      }
      case 'cookie': {
        const age = act.days === 0 ? '' : `; max-age=${act.days * 86_400}`
        document.cookie = `${drawn(act.name)}=${drawn(act.value)}; path=/; samesite=Lax${age}${act.isSecure ? '; secure' : ''}`
        return
      }
      case 'store':
        return localStorage.setItem(act.key, act.value)
      case 'on-event':
        return addEventListener(act.event, () => performAll(act.acts), { once: true })
      case 'on-input':
        document.querySelector(act.field)?.addEventListener('change', ({ target }) => {
          performAll(act.acts, (target as HTMLInputElement).value)
        })
    }
  }

  /** As advertisers want contact data: in lower case, then as SHA-256 in hex. */
  async function digested(act: Extract<TagAct, { do: 'request' }>): Promise<void> {
    const email = new URLSearchParams(location.search).get('email')
    if (email === null) return
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(email.trim().toLowerCase()))
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    embed(act.via, act.url.replace('{digest}', hex))
  }

  function performAll(acts: readonly TagAct[], typed = ''): void {
    for (const act of acts) perform(act, typed)
  }

  function open(allowed: Allowed | null): void {
    for (const tag of tags) {
      const isHere = tag.paths === null || tag.paths.includes(location.pathname)
      if (!isHere || started.has(tag) || !opens(tag.gate, allowed && allowed[tag.purpose])) continue
      started.add(tag)
      performAll(tag.acts)
    }
  }

  const { decided, recalled } = lab
  lab.decided = (allowed) => {
    decided(allowed)
    open(allowed)
  }
  lab.recalled = (allowed) => {
    recalled(allowed)
    open(allowed)
  }
  document.addEventListener('DOMContentLoaded', () => {
    if (!hasBanner) open(null)
    document.querySelector('.reopen')?.addEventListener('click', (event) => {
      event.preventDefault()
      document.cookie = 'cookie_choice=; path=/; max-age=0'
      location.reload()
    })
  })
}

/** Reads the device from several sides at once. Serialized into the page: it may use nothing from this module. */
export function readDevice(): void {
  const canvas = document.createElement('canvas')
  canvas.getContext('2d')?.fillText('How vexingly quick daft zebras jump', 2, 12)
  canvas.toDataURL()
  const graphics = document.createElement('canvas').getContext('webgl')
  if (graphics) {
    graphics.getParameter(graphics.RENDERER)
    graphics.getSupportedExtensions()
  }
  const audio = new OfflineAudioContext(1, 512, 44_100)
  audio.createOscillator().connect(audio.destination)
  void audio.startRendering()
  const pen = document.createElement('canvas').getContext('2d')
  for (let font = 0; font < 60; font++) {
    if (pen) pen.font = `12px Font${font}, monospace`
    pen?.measureText('mmmmmmmmmmlli')
  }
}
