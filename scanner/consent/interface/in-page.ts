import type { Rect } from '../../model.ts'
import type { OurWorld } from '../../cmps/cmp.ts'
import type { Paint } from './contrast.ts'

/** A layer of a banner as the browser lays it out; coordinates are those of its own frame. */
export interface Layout {
  readonly text: string
  readonly box: Rect
  /** The element that is the box, to look for what lies around it. */
  readonly boxKey: number
  readonly isModal: boolean
  readonly controls: readonly LaidControl[]
  readonly toggles: readonly LaidToggle[]
}

export interface LaidControl {
  readonly text: string
  readonly role: 'button' | 'link'
  /** Another document it leads to. */
  readonly url: string | null
  readonly rect: Rect
  readonly inView: boolean
  readonly fontSizePx: number
  readonly fontWeight: number
  readonly textColour: string
  /** From the element that holds the text outwards; the first `own` of them are the control itself. */
  readonly paints: readonly Paint[]
  readonly own: number
  readonly border: { readonly widthPx: number; readonly colour: string } | null
  readonly underlined: boolean
  readonly focusPlace: number | null
}

export interface LaidToggle {
  readonly label: string
  readonly isOn: boolean
  readonly isLocked: boolean
  readonly rect: Rect
}

/** Runs in the page, in our world. `null` when the banner has gone. Reads, never touches. */
export async function layoutOf(key: number): Promise<Layout | null> {
  const seen = ((globalThis as OurWorld).tagtrailSeen ??= [])
  const root = seen[key]
  if (!root?.isConnected) return null
  // Many banners slide in, and are measured where they come to rest.
  const moves = root
    .getAnimations({ subtree: true })
    .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
  await Promise.race([
    Promise.allSettled(moves.map(({ finished }) => finished)),
    new Promise((end) => setTimeout(end, 1_000)),
  ])

  const TOGGLES = 'input[type=checkbox], [role=switch], [role=checkbox]'
  const NATIVE =
    'button, a, summary, input[type=button], input[type=submit], input[type=image], [role=button], [role=link]'
  const MODAL = 'dialog:modal'
  const MOST = 120

  const parentOf = (element: Element): Element | null => {
    const { parentElement } = element
    const above = element.getRootNode()
    return element.assignedSlot ?? parentElement ?? (above instanceof ShadowRoot ? above.host : null)
  }
  const childrenOf = (element: Element): Element[] => [
    ...(element.shadowRoot ? element.shadowRoot.children : []),
    ...element.children,
  ]
  function* below(element: Element): Generator<Element> {
    for (const child of childrenOf(element)) {
      if (!child.checkVisibility() && getComputedStyle(child).display !== 'contents') continue
      yield child
      yield* below(child)
    }
  }
  const all = [root, ...below(root)]
  const contains = (outer: Element, inner: Element | null): boolean => {
    for (let at = inner; at; at = parentOf(at)) if (at === outer) return true
    return false
  }
  const isVisible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const textOf = (element: Element): string => {
    const inShadow = [element, ...below(element)].flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])])
    const roots = inShadow.filter((each) => !each.matches('style, script'))
    const texts = [element, ...roots].map((each) => (each instanceof HTMLElement ? each.innerText : each.textContent))
    return texts.join(' ').replaceAll(/\s+/g, ' ').trim()
  }
  const rectOf = (element: Element): Rect => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  }
  const labelOf = (element: Element): string => {
    const shown = element instanceof HTMLInputElement ? element.value : textOf(element)
    if (/[\p{L}\p{N}]/u.test(shown)) return shown
    const image = element.querySelector('img[alt]')?.getAttribute('alt')
    return element.getAttribute('aria-label') ?? element.getAttribute('title') ?? image ?? shown
  }

  const paintOf = (element: Element): Paint => {
    const style = getComputedStyle(element)
    const drawn = ['::before', '::after'].some((pseudo) => {
      const { content, position, backgroundColor, backgroundImage, height } = getComputedStyle(element, pseudo)
      // A lower one is a line, not what the text stands on.
      const isTall = Number.parseFloat(height) >= element.getBoundingClientRect().height / 2
      const isThere = content !== 'none' && content !== 'normal' && position === 'absolute' && isTall
      return isThere && (backgroundImage !== 'none' || !/(, | \/ )0\)$|^transparent$/.test(backgroundColor))
    })
    const isFiltered = style.filter !== 'none' || style.backdropFilter !== 'none' || style.mixBlendMode !== 'normal'
    return {
      background: style.backgroundColor,
      hasImage: style.backgroundImage !== 'none' || drawn,
      opacity: Number(style.opacity),
      odd: isFiltered ? 'a filter or blending' : null,
      isAfloat: style.position === 'fixed' || element.matches('dialog:modal, :popover-open'),
    }
  }
  const paints = new Map<Element, Paint>()
  const outwards = (element: Element): Paint[] => {
    const found: Paint[] = []
    for (let at: Element | null = element; at && found.length < 60; at = parentOf(at)) {
      const known = paints.get(at) ?? paintOf(at)
      paints.set(at, known)
      found.push(known)
    }
    return found
  }
  /** The element with most of the text, for that is what a visitor reads. */
  const inkOf = (element: Element): Element => {
    const own = (each: Element): number =>
      [...each.childNodes].reduce((sum, node) => sum + (node instanceof Text ? node.data.trim().length : 0), 0)
    const inside = [element, ...below(element)]
    return inside.reduce((best, each) => (own(each) > own(best) ? each : best), element)
  }
  const borderOf = (element: Element): LaidControl['border'] => {
    const style = getComputedStyle(element)
    const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({
      widthPx: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
      colour: style[`border${side}Color`],
    }))
    // A line below is an underline; a border goes around.
    const around = sides.filter(({ widthPx }) => widthPx > 0)
    return around.length === 4 ? (around[0] ?? null) : null
  }

  const focusable = all.filter((element) => {
    const { tabIndex } = element as HTMLElement
    return tabIndex >= 0 && !element.matches(':disabled') && element.closest('[inert]') === null
  })
  const order = focusable.toSorted((a, b) => {
    const [one, other] = [(a as HTMLElement).tabIndex || Infinity, (b as HTMLElement).tabIndex || Infinity]
    return one === other ? 0 : one - other
  })
  const focusPlace = (element: Element): number | null => {
    const place = order.findIndex((each) => each === element || contains(element, each))
    return place === -1 ? null : place + 1
  }
  const isInView = (element: Element): boolean => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const [atX, atY] = [x + width / 2, y + height / 2]
    if (atX < 0 || atY < 0 || atX >= innerWidth || atY >= innerHeight) return false
    const within = element.getRootNode() as Document | ShadowRoot
    const hit = within.elementFromPoint(atX, atY)
    return hit !== null && (contains(element, hit) || contains(hit, element))
  }

  const isPressable = (element: Element): boolean => {
    if (element.matches(TOGGLES) || element.closest('label') || !isVisible(element)) return false
    if (element.matches(NATIVE)) return true
    const parent = parentOf(element)
    if (element.matches('[onclick], [role=menuitem]')) return true
    const points = (each: Element): boolean => getComputedStyle(each).cursor === 'pointer'
    return element.childElementCount === 0 && points(element) && parent !== null && !points(parent)
  }
  const pressable = all.filter((element) => element !== root && isPressable(element))
  const controls = pressable
    .filter((element) => !pressable.some((other) => other !== element && contains(other, element)))
    .slice(0, MOST)
    .map((element): LaidControl => {
      const ink = inkOf(element)
      const style = getComputedStyle(ink)
      const stack = outwards(ink)
      const leads = element instanceof HTMLAnchorElement && /^https?:/.test(element.href) ? element.href : null
      const isHere = leads?.split('#')[0] === location.href.split('#')[0]
      return {
        text: labelOf(element).slice(0, 200),
        role: element.matches('a[href], [role=link]') ? 'link' : 'button',
        url: isHere ? null : leads,
        rect: rectOf(element),
        inView: isInView(element),
        fontSizePx: Number.parseFloat(style.fontSize),
        fontWeight: Number.parseFloat(style.fontWeight),
        textColour: style.webkitTextFillColor || style.color,
        paints: stack,
        own: stack.length - outwards(element).length + 1,
        border: borderOf(element) ?? borderOf(ink),
        underlined: [element, ink].some((each) => getComputedStyle(each).textDecorationLine.includes('underline')),
        focusPlace: focusPlace(element),
      }
    })

  const SAYS_NOTHING = /^(on|off|yes|no|an|aus|ein|ja|nein|oui|non|si|sí|no|aan|uit|active|inactive|always active)?$/i
  const toggleLabel = (toggle: Element): string => {
    const named = (toggle.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => (id === '' ? '' : ((toggle.getRootNode() as Document).getElementById(id)?.textContent ?? '')))
    const labels = toggle instanceof HTMLInputElement ? [...(toggle.labels ?? [])].map(textOf) : []
    const tries = [...named, toggle.getAttribute('aria-label') ?? '', ...labels]
    for (let at = parentOf(toggle), up = 0; at && at !== root && up < 5; at = parentOf(at), up++) tries.push(textOf(at))
    const said = tries.map((text) => text.replaceAll(/\s+/g, ' ').trim()).find((text) => !SAYS_NOTHING.test(text))
    return (said ?? '').slice(0, 300)
  }
  const drawnAs = (toggle: Element): Element | null => {
    const labels = toggle instanceof HTMLInputElement ? [...(toggle.labels ?? [])] : []
    return (
      [toggle, toggle.nextElementSibling, ...labels, parentOf(toggle)].find((each) => each && isVisible(each)) ?? null
    )
  }
  const toggles = all
    .filter((element) => element.matches(TOGGLES))
    .flatMap((toggle): LaidToggle[] => {
      const drawn = drawnAs(toggle)
      if (!drawn) return []
      const isOn = toggle instanceof HTMLInputElement ? toggle.checked : toggle.getAttribute('aria-checked') === 'true'
      const isLocked = toggle.matches(':disabled, [disabled], [aria-disabled=true], [readonly], [aria-readonly=true]')
      return [{ label: toggleLabel(toggle), isOn, isLocked, rect: rectOf(drawn) }]
    })
    .slice(0, 400)

  /** From the element that was found inwards, as long as one child holds all of its words: the first that paints a box. */
  const boxWithin = (outer: Element): Element => {
    const words = textOf(outer)
    for (let at = outer; ;) {
      const { background, hasImage } = paintOf(at)
      const { width, height } = at.getBoundingClientRect()
      const isVeil = width >= innerWidth * 0.98 && height >= innerHeight * 0.98
      if (!isVeil && (hasImage || background !== 'rgba(0, 0, 0, 0)' || borderOf(at))) return at
      const next = childrenOf(at).filter((child) => isVisible(child) && textOf(child) === words)
      if (next.length !== 1 || !next[0]) return at
      at = next[0]
    }
  }
  const box = boxWithin(root)
  return {
    text: textOf(root).slice(0, 4_000),
    box: rectOf(box),
    boxKey: seen.includes(box) ? seen.indexOf(box) : seen.push(box) - 1,
    isModal: all.some((each) => each.matches(MODAL)) || root.closest(MODAL) !== null,
    controls,
    toggles,
  }
}
