import type { Rect } from '../../model.ts'
import type { OurWorld } from '../../cmps/cmp.ts'

/** What the page around the banner is to a visitor while the banner is open. */
export interface Surroundings {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly scroll: { readonly x: number; readonly y: number }
  readonly veiled: number
  readonly scrollLocked: boolean
  /** All of the page beside the banner is out of reach of keyboard and screen reader. */
  readonly isInert: boolean
}

/** Runs in the page's own document, in our world. The key is that of the banner, or of the frame it is in. */
export function surroundingsOf(key: number, box: Rect): Surroundings | null {
  const banner = ((globalThis as OurWorld).tagtrailSeen ??= [])[key]
  if (!banner?.isConnected) return null
  const COLUMNS = 9
  const ROWS = 7

  const parentOf = (element: Element): Element | null => {
    const above = element.getRootNode()
    return element.assignedSlot ?? element.parentElement ?? (above instanceof ShadowRoot ? above.host : null)
  }
  const deepest = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y)
    for (;;) {
      const inside: Element | null = hit?.shadowRoot?.elementFromPoint(x, y) ?? null
      if (!inside || inside === hit) return hit
      hit = inside
    }
  }
  /** Of the banner: what it is in, up to what stands over the page, and veils that cover the whole of it. */
  const isOfBanner = (element: Element | null): boolean => {
    for (let at = element; at && at !== document.body && at !== document.documentElement; at = parentOf(at)) {
      if (at === banner) return true
      const { position } = getComputedStyle(at)
      if (position !== 'fixed' && !at.matches('dialog')) continue
      const { width, height } = at.getBoundingClientRect()
      const isVeil = width >= innerWidth * 0.95 && height >= innerHeight * 0.95
      const holdsBanner = at.contains(banner)
      if (isVeil && (holdsBanner || (at.textContent ?? '').trim().length < 40)) return true
    }
    return false
  }

  let [beside, veiled] = [0, 0]
  for (let column = 0; column < COLUMNS; column++) {
    for (let row = 0; row < ROWS; row++) {
      const x = ((column + 0.5) / COLUMNS) * innerWidth
      const y = ((row + 0.5) / ROWS) * innerHeight
      if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) continue
      beside++
      if (isOfBanner(deepest(x, y))) veiled++
    }
  }
  const page = document.documentElement
  const held = [page, document.body].some((element) => /^(hidden|clip)$/.test(getComputedStyle(element).overflowY))
  const isLonger = Math.max(page.scrollHeight, document.body.scrollHeight) > innerHeight + 8
  const others = [...document.body.children].filter(
    (element) => !element.contains(banner) && element.checkVisibility() && element.getBoundingClientRect().height > 0,
  )
  const isHidden = (element: Element): boolean => element.matches('[inert], [aria-hidden=true]')
  return {
    viewport: { width: innerWidth, height: innerHeight },
    scroll: { x: scrollX, y: scrollY },
    veiled: beside === 0 ? 1 : veiled / beside,
    scrollLocked: isLonger && (held || getComputedStyle(document.body).position === 'fixed'),
    isInert: others.length > 0 && others.every(isHidden),
  }
}
