import { press, type Press } from './input.ts'
import type { IsolatedFrame } from './isolated-frame.ts'
import type { IsolatedFrames } from './isolated-frames.ts'

/** The visitor's hand on one page. */
export interface PageHand {
  /** What was pressed, in order. */
  readonly pressed: readonly Pressed[]
  /** Presses the element, unless `forbids` what it turns out to be; `null` when it was not pressed. */
  press(element: SeenElement, forbids: (touched: Touched) => boolean): Promise<Pressed | null>
  /** Rendered, not see-through, and inside the window. */
  isVisible(element: SeenElement): Promise<boolean>
}

/** An element our world of a frame keeps in `tagtrailSeen`. */
export interface SeenElement {
  readonly frame: { readonly id: string }
  readonly key: number
}

export interface Pressed extends Press {
  readonly element: SeenElement
  readonly touched: Touched
  readonly at: number
}

/** What the hand is about to press. */
export interface Touched {
  readonly label: string
  /** A box to tick, a switch, or the label of one. */
  readonly isToggle: boolean
  /** Toggles around it that are on and that the visitor could turn off. */
  readonly togglesOn: number
}

export interface HandOptions {
  readonly now: () => number
  readonly signal: AbortSignal
  /** How long it waits for an element to stand still and unobscured, in ms. */
  readonly withinMs: number
}

export function handOn(frames: IsolatedFrames, options: HandOptions): PageHand {
  const pressed: Pressed[] = []
  const frameOf = async ({ frame }: SeenElement): Promise<IsolatedFrame | undefined> =>
    (await frames.list()).find(({ id }) => id === frame.id)
  return {
    pressed,
    press: async (element, forbids) => {
      const frame = await frameOf(element)
      const touched = await frame?.run(touch, element.key)
      if (!frame || !touched || forbids(touched)) return null
      const done = await press(frames, frame, element.key, options)
      if (!done) return null
      const entry = { ...done, element, touched, at: options.now() }
      pressed.push(entry)
      return entry
    },
    isVisible: async (element) => {
      const frame = await frameOf(element)
      const isSeen = (await frame?.run(canBeSeen, element.key)) ?? false
      return isSeen && (await frame?.isShown()) === true
    },
  }
}

interface OurWorld {
  tagtrailSeen?: Element[]
}

/** Runs in the page, in our world. */
function touch(key: number): Touched | null {
  const element = (globalThis as OurWorld).tagtrailSeen?.[key]
  if (!element?.isConnected) return null
  const TOGGLE = 'input[type=checkbox], input[type=radio], [role=switch], [role=checkbox], [role=radio]'
  const ON = 'input[type=checkbox]:checked:not(:disabled), [role=switch][aria-checked=true]:not([aria-disabled=true])'
  const textOf = (of: Element): string => (of instanceof HTMLElement ? of.innerText : (of.textContent ?? ''))
  const isBox = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)
  const drawn = element instanceof HTMLInputElement ? element.labels?.[0] : null
  const shown = isBox
    ? drawn
      ? textOf(drawn)
      : ''
    : element instanceof HTMLInputElement
      ? element.value
      : textOf(element)
  const called = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? ''
  const label = (/[\p{L}\p{N}]/u.test(shown) ? shown : called).replaceAll(/\s+/g, ' ').trim()
  // Up to what stands over the page, or to the document itself.
  let around: Element = element
  for (;;) {
    const root = around.getRootNode()
    const up: Element | null = around.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
    if (!up || around.matches('[role=dialog], dialog, [aria-modal=true]')) break
    if (getComputedStyle(around).position === 'fixed') break
    around = up
  }
  const isLabel = element instanceof HTMLLabelElement && element.control !== null
  const isDrawnToggle = element.previousElementSibling?.matches(TOGGLE) === true && label === ''
  const isToggle = element.matches(TOGGLE) || isLabel || isDrawnToggle
  return { label: label.slice(0, 200), isToggle, togglesOn: around.querySelectorAll(ON).length }
}

/** Runs in the page, in our world. */
function canBeSeen(key: number): boolean {
  const element = (globalThis as OurWorld).tagtrailSeen?.[key]
  const box = element?.getBoundingClientRect()
  if (!element?.isConnected || !box || box.width < 1 || box.height < 1) return false
  const isInWindow = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
  return isInWindow && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}
