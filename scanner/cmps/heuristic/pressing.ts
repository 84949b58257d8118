import type { ButtonMeaning } from '../../model.ts'
import type { ElementRef, Hand, Made } from '../cmp.ts'
import type { Banner, Button } from './banner.ts'

/** Pressing until something comes of it. */

/** How long a banner may take to react. */
export const REACTION_MS = 1_500

/** Presses the button, and waits until it has gone. */
export async function pressed(banner: Banner, button: Button, hand: Hand, layer: number): Promise<Made> {
  const element = { frame: banner.frame, key: button.key }
  const isAway = async (): Promise<boolean> => !(await hand.isVisible(element))
  if (await pressUntil(isAway, element, button.meaning, hand)) return { outcome: 'made', layer }
  return { outcome: 'failed', because: `"${button.label}" could not be pressed, or did nothing` }
}

/** A banner may show its buttons before they work: what did nothing is pressed again. */
export async function pressUntil(
  check: () => Promise<boolean>,
  element: ElementRef,
  meaning: ButtonMeaning,
  hand: Hand,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!(await hand.press(element, meaning))) return false
    if (await hand.until(check, REACTION_MS)) return true
  }
  return false
}

const ATTEMPTS = 4

/** Sets a toggle or radio button, by itself or by what is drawn in its place. */
export async function turn(toggle: ElementRef, isOn: boolean, hand: Hand): Promise<boolean> {
  const isTurned = async (): Promise<boolean> => (await toggle.frame.run(standsOn, toggle.key)) !== !isOn
  if (await isTurned()) return true
  for (const key of (await toggle.frame.run(drawnAs, toggle.key)) ?? []) {
    if (!(await hand.press({ frame: toggle.frame, key }))) continue
    if (await hand.until(isTurned, REACTION_MS)) return true
  }
  return false
}

/** Runs in the page, in our world; `null` when it is not there any more. */
function standsOn(key: number): boolean | null {
  const toggle = (globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen?.[key]
  if (!toggle?.isConnected) return null
  if (toggle instanceof HTMLInputElement) return toggle.checked
  return toggle.getAttribute('aria-checked') === 'true' || toggle.getAttribute('aria-pressed') === 'true'
}

/** Runs in the page, in our world: the toggle, and what is drawn in its place, as keys to try in order. */
function drawnAs(key: number): number[] {
  const seen = (globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ?? []
  const toggle = seen[key]
  if (!toggle) return []
  const labels = toggle instanceof HTMLInputElement ? [...(toggle.labels ?? [])] : []
  const around = [toggle.nextElementSibling, toggle.parentElement].filter((element) => element !== null)
  const isSmall = (element: Element): boolean => element.getBoundingClientRect().width < 200
  // Many inputs are shrunk to a pixel, or made see-through and laid over what is drawn.
  const canBePressed = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width >= 4 && height >= 4 && element.checkVisibility({ visibilityProperty: true })
  }
  const tries = [toggle, ...labels, ...around.filter(isSmall)].filter(canBePressed)
  return tries.map((element) => {
    const known = seen.indexOf(element)
    return known === -1 ? seen.push(element) - 1 : known
  })
}
