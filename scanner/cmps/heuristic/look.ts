import type { OurWorld } from '../cmp.ts'

/** Something on a page that might be a banner: it stands over the page, or calls itself one. */
export interface Sight {
  readonly key: number
  readonly text: string
  /** Its id, classes and label, and those of what it is in: what its makers call it. */
  readonly name: string
  readonly isDialog: boolean
  /** Fixed, sticky, a dialog, or a frame's whole document: not a part of the page's own text. */
  readonly standsOut: boolean
  /** Types of the fields a visitor could write in. */
  readonly fields: readonly string[]
  readonly controls: readonly Control[]
}

export interface Control {
  readonly key: number
  readonly label: string
  /** Its id and classes: what an icon without words is called. */
  readonly called: string
  /** `radio`: one of several answers to one question. `opener`: shows another part of the same layer. */
  readonly kind: 'button' | 'link' | 'toggle' | 'radio' | 'opener'
  /** Of a toggle or radio button. */
  readonly isOn: boolean
  /** The visitor cannot change it. */
  readonly isLocked: boolean
  /** Of a toggle or radio button: what it is for, as far as its surroundings say so. */
  readonly about: string
  /** Of a link: it leads to another document. */
  readonly leadsAway: boolean
}

/** Runs in the page, in our world: everything visible that might be a banner, through shadow roots, closed ones once they are revealed. */
export function look(isFramed: boolean): Sight[] {
  const ours = globalThis as OurWorld
  const seen = (ours.tagtrailSeen ??= [])
  const SUSPECT = /cookie|consent|gdpr|dsgvo|rgpd|ccpa|privacy|\bcmp|cmp\b|tracking-?(notice|banner)/i
  const BUTTONS =
    'button, a, summary, input[type=button], input[type=submit], input[type=reset], input[type=image], [role=button], [role=link], [role=menuitem], [onclick], [class*=btn], [class*=button]'
  const NATIVE = 'button, a[href], summary, input, [role=button], [role=link]'
  const TOGGLES = 'input[type=checkbox], [role=switch], [role=checkbox], [aria-pressed]'
  const RADIOS = 'input[type=radio], [role=radio]'
  const OPENERS = '[role=tab], [aria-expanded=false], summary'
  const MAX_CONTROLS = 400

  const rootOf = (element: Element): ShadowRoot | null => element.shadowRoot ?? ours.tagtrailRoots?.get(element) ?? null
  const keyOf = (element: Element): number => {
    const known = seen.indexOf(element)
    return known === -1 ? seen.push(element) - 1 : known
  }
  const isVisible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const isInView = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    return box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
  }

  /** Every element below, in the order of the page, with those in open shadow roots. */
  function* below(root: Element | ShadowRoot): Generator<Element> {
    const shadow = root instanceof Element ? rootOf(root) : null
    if (shadow) yield* below(shadow)
    for (const child of root.children) {
      // Nothing below an element that is not rendered can be seen; `display: contents` renders its children.
      if (!child.checkVisibility() && getComputedStyle(child).display !== 'contents') continue
      yield child
      yield* below(child)
    }
  }
  const all = (root: Element, selector: string): Element[] =>
    [...below(root)].filter((element) => element.matches(selector))

  const textOf = (element: Element): string => {
    const own = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')
    const inRoots = [element, ...below(element)].flatMap((each) =>
      [...(rootOf(each)?.children ?? [])].map((child) => (child instanceof HTMLElement ? child.innerText : '')),
    )
    return [own, ...inRoots].join('\n').replaceAll(/\s+/g, ' ').trim()
  }
  const labelOf = (element: Element): string => {
    const shown = element instanceof HTMLInputElement ? element.value : textOf(element)
    // An icon says nothing to us; what it is called does.
    if (/[\p{L}\p{N}]/u.test(shown)) return shown
    const image = element.querySelector('img[alt]')?.getAttribute('alt')
    return element.getAttribute('aria-label') ?? element.getAttribute('title') ?? image ?? shown
  }
  const nameOf = (element: Element): string =>
    [element.id, element.getAttribute('class'), element.getAttribute('aria-label'), element.tagName.toLowerCase()]
      .filter(Boolean)
      .join(' ')

  const leadsAway = (element: Element): boolean => {
    if (!(element instanceof HTMLAnchorElement) || !/^https?:/.test(element.href)) return false
    return element.href.split('#')[0] !== location.href.split('#')[0]
  }
  const isLocked = (element: Element): boolean =>
    element.matches(':disabled, [disabled], [aria-disabled=true], [readonly]')
  const isOn = (element: Element): boolean =>
    element instanceof HTMLInputElement
      ? element.checked
      : element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-pressed') === 'true'

  /** What a visitor would press to turn a toggle: itself, or the label that is drawn in its place. */
  const pressable = (toggle: Element): Element | null => {
    const drawn = toggle instanceof HTMLInputElement ? [...(toggle.labels ?? [])] : []
    const near = [toggle, ...drawn, toggle.nextElementSibling, toggle.parentElement]
    return near.find((element) => element && isVisible(element)) ?? null
  }

  const called = (element: Element): string => `${element.id} ${element.getAttribute('class') ?? ''}`.trim()
  /** The words that stand for a toggle: its own label, else the first line of the smallest part that is its alone. */
  const own = (toggle: Element): string => {
    const by = toggle.getAttribute('aria-labelledby')
    const root = toggle.getRootNode() as Document | ShadowRoot
    const named = by === null ? [] : by.split(/\s+/).map((id) => root.getElementById(id))
    const labels = toggle instanceof HTMLInputElement ? [...(toggle.labels ?? [])] : []
    const texts = [...named, ...labels].map((element) => (element ? textOf(element) : ''))
    return texts.find((text) => text !== '') ?? toggle.getAttribute('aria-label') ?? ''
  }
  const about = (toggle: Element, kin: string): string => {
    let at = toggle.parentElement
    for (let up = 0; at && up < 6; up++, at = at.parentElement) {
      const others = [...at.querySelectorAll(kin)].filter((other) => other !== toggle)
      const isAlone = others.every(
        (other) => other.getAttribute('name') === toggle.getAttribute('name') && other.getAttribute('name'),
      )
      if (!isAlone) return ''
      const first = (at instanceof HTMLElement ? at.innerText : '').split('\n').map((line) => line.trim())
      const line = first.find((text) => /\p{L}{3}/u.test(text) && text !== own(toggle))
      if (line) return line.slice(0, 120)
    }
    return ''
  }
  const switches = (root: Element, selector: string, kind: 'toggle' | 'radio'): Control[] =>
    all(root, selector)
      .filter((toggle) => pressable(toggle) !== null)
      .map((toggle) => ({
        key: keyOf(toggle),
        label: own(toggle).slice(0, 200),
        called: `${called(toggle)} ${toggle.getAttribute('name') ?? ''} ${toggle.getAttribute('value') ?? ''}`,
        kind,
        isOn: isOn(toggle),
        isLocked: isLocked(toggle),
        about: about(toggle, selector),
        leadsAway: false,
      }))
  const openers = (root: Element): Control[] =>
    all(root, OPENERS)
      .filter((element) => isVisible(element) && element.getAttribute('aria-selected') !== 'true')
      .slice(0, MAX_CONTROLS)
      .map((element) => ({
        key: keyOf(element),
        label: labelOf(element).slice(0, 200),
        called: called(element),
        kind: 'opener',
        isOn: false,
        isLocked: isLocked(element),
        about: '',
        leadsAway: leadsAway(element),
      }))

  const buttons = (root: Element): Control[] => {
    const found = [...below(root)].filter((element) => {
      if (element.matches(`${TOGGLES}, ${RADIOS}`) || !isVisible(element)) return false
      if (element.matches(BUTTONS)) return true
      // Nameless boxes that show a hand and say a few words: what some home-made banners use.
      const style = getComputedStyle(element)
      const parent = element.parentElement
      return (
        style.cursor === 'pointer' &&
        element.children.length === 0 &&
        parent !== null &&
        getComputedStyle(parent).cursor !== 'pointer'
      )
    })
    // Of boxes within boxes, the real control, else the innermost.
    const kept = found.filter((element) => {
      const inside = found.filter((other) => other !== element && element.contains(other))
      const around = found.filter((other) => other !== element && other.contains(element))
      if (element.matches(NATIVE)) return !around.some((other) => other.matches(NATIVE))
      return inside.length === 0 && !around.some((other) => other.matches(NATIVE))
    })
    return kept.slice(0, MAX_CONTROLS).map((element) => ({
      key: keyOf(element),
      label: labelOf(element).slice(0, 200),
      called: called(element),
      kind: element.matches('a, [role=link]') ? 'link' : 'button',
      isOn: false,
      isLocked: isLocked(element),
      about: '',
      leadsAway: leadsAway(element),
    }))
  }

  const isDialog = (element: Element): boolean =>
    element.matches('dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true], [popover]:popover-open')
  const isPinned = (element: Element): boolean => {
    const { position, zIndex } = getComputedStyle(element)
    return position === 'fixed' || position === 'sticky' || (position === 'absolute' && Number(zIndex) >= 10)
  }
  const sightOf = (element: Element): Sight => {
    const around: string[] = []
    for (let at: Element | null = element; at && around.length < 3; at = at.parentElement) around.push(nameOf(at))
    const fields = all(element, 'input, textarea').map((field) =>
      field instanceof HTMLInputElement ? field.type : 'text',
    )
    return {
      key: keyOf(element),
      text: textOf(element).slice(0, 8_000),
      name: around.join(' ').slice(0, 400),
      isDialog: isDialog(element),
      standsOut: isFramed || isDialog(element) || isPinned(element),
      fields,
      controls: [
        ...buttons(element),
        ...switches(element, TOGGLES, 'toggle'),
        ...switches(element, RADIOS, 'radio'),
        ...openers(element),
      ],
    }
  }

  if (!document.body || innerWidth < 20 || innerHeight < 20) return []
  const candidates = [...below(document.body)].filter((element) => {
    const stands = isDialog(element) || isPinned(element) || SUSPECT.test(nameOf(element))
    return stands && isVisible(element) && isInView(element) && !element.matches('a, button, input, svg, svg *')
  })
  if (isFramed) candidates.unshift(document.body)
  const worthReading = candidates.filter((element) => {
    const length = textOf(element).length
    return length > 0 && (isDialog(element) || isFramed || length < 6_000)
  })
  return worthReading.slice(0, 40).map(sightOf)
}
