import type { PageEyes } from '../browser/eyes.ts'
import { handOn, type Touched } from '../browser/hand.ts'
import type { Hand } from '../cmps/cmp.ts'
import { asksForMoney, isClosing, readLabel } from '../cmps/words/meaning.ts'
import type { ButtonMeaning, Choice, Click } from '../model.ts'

/** The hand the strategies are given. */
export interface StageHand extends Hand {
  readonly clicks: readonly Click[]
  /** How often the page had to be scrolled to reach what was pressed. */
  readonly scrolls: number
  /** Turns the wheel, as a visitor who reads on: some banners wait for it. */
  scroll(): Promise<void>
  /** The element pressed last has gone. */
  lastIsGone(): Promise<boolean>
}

export interface HandOptions {
  readonly choice: Choice
  readonly now: () => number
  /** Called once the settings were opened, before anything in them is pressed. */
  readonly onSettings?: (hand: StageHand) => Promise<void>
}

/** It never presses what says the opposite of the choice, whoever asks for it. */
export function handFor(eyes: PageEyes, { choice, now, onSettings }: HandOptions): StageHand {
  const hand = handOn(eyes.isolated, { now, signal: eyes.signal, withinMs: PRESS_MS })
  const clicks: Click[] = []
  let hasSettings = false
  let wheels = 0
  const ours: StageHand = {
    ...eyes,
    clicks,
    get scrolls() {
      return wheels + hand.pressed.filter(({ scrolled }) => scrolled).length
    },
    scroll: async () => {
      wheels++
      const { session } = eyes.isolated
      const wheel = { x: 200, y: 200, deltaX: 0, deltaY: SCROLL_BY } as const
      await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...wheel })
    },
    isVisible: (element) => hand.isVisible(element),
    lastIsGone: async () => {
      const last = hand.pressed.at(-1)
      return last === undefined || !(await hand.isVisible(last.element))
    },
    press: async (element, stated) => {
      if (!hasSettings && clicks.at(-1)?.meaning === 'settings') {
        hasSettings = true
        await onSettings?.(ours)
      }
      const pressed = await hand.press(element, (touched) => isWrongWay(choice, touched, stated))
      if (!pressed) return null
      const { x, y, touched, trusted, at } = pressed
      const click = { x, y, text: touched.label, meaning: stated ?? readLabel(touched.label).meaning, trusted, at }
      clicks.push(click)
      return click
    },
  }
  return ours
}

function isWrongWay(choice: Choice, { label, isToggle, togglesOn }: Touched, stated?: ButtonMeaning): boolean {
  if (asksForMoney(label)) return true
  // What a toggle is called says nothing about which way it turns.
  if (isToggle) return false
  const { meaning } = readLabel(label)
  switch (choice) {
    case 'accept':
      return meaning === 'reject'
    case 'accept-part':
      return meaning === 'reject' || meaning === 'accept' || meaning === 'acknowledge'
    case 'close':
      return !(meaning === 'other' || (meaning === 'acknowledge' && isClosing(label)))
    case 'reject':
    case 'withdraw':
      if (meaning === 'accept' || meaning === 'acknowledge') return true
      // Saving with something switched on accepts it, unless the strategy knows the banner better.
      return meaning === 'save' && togglesOn > 0 && stated !== 'reject'
  }
}

const SCROLL_BY = 600
/** How long it waits for an element to stand still and free. */
const PRESS_MS = 5_000
