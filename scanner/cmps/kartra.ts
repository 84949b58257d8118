import type { Wish } from '../model.ts'
import type { Cmp, Detected, ElementRef, Frame, Hand, Made } from './cmp.ts'

/**
 * Kartra's two banners. One switch between "Accept all cookies" and "Only essential cookies", and one button to save:
 * it opens on "accept all", so refusing is ticking the box first. Seen on saved Kartra pages.
 */
export const kartra: Cmp = {
  id: 'kartra',
  isCheap: true,
  async detect(eyes) {
    for (const frame of await eyes.frames()) {
      const found = await frame.run(findBanner)
      if (found)
        return {
          cmp: 'Kartra',
          text: found.text,
          buttons: describe(found),
          place: { frame, key: found.banner },
          handle: { frame, found },
        }
    }
    return null
  },
  async choose(banner, { choice }, hand) {
    const { frame, found } = banner.handle as Handle
    if (choice !== 'reject' && choice !== 'accept')
      return { outcome: 'not-offered', because: 'it knows all or essential cookies only' }
    if (!(await setSwitch(frame, found, choice, hand))) {
      return { outcome: 'failed', because: 'the switch between all and essential cookies could not be set' }
    }
    return save({ frame, key: found.save }, choice, hand)
  },
}

type Answer = Extract<Wish['choice'], 'accept' | 'reject'>

interface Handle {
  readonly frame: Frame
  readonly found: Found
}

interface Found {
  readonly text: string
  readonly banner: number
  /** Keys of the box to tick and of what is drawn for it, in the order to try them. */
  readonly switches: readonly number[]
  readonly save: number
  readonly saveLabel: string
  readonly labels: readonly string[]
}

const describe = ({ labels, saveLabel }: Found): Detected['buttons'] => [
  ...labels.map((text) => ({ text, meaning: 'settings' as const, layer: 1 })),
  { text: saveLabel, meaning: 'save', layer: 1 },
]

async function setSwitch(frame: Frame, { switches }: Found, choice: Answer, hand: Hand): Promise<boolean> {
  const [box] = switches
  const isSet = async (): Promise<boolean> =>
    box !== undefined && (await frame.run(isTicked, box)) === (choice === 'reject')
  if (await isSet()) return true
  for (const key of switches) {
    const element = { frame, key }
    if (!(await hand.isVisible(element)) || !(await hand.press(element, 'other'))) continue
    if (await hand.until(isSet, REACTION_MS)) return true
  }
  return false
}

async function save(button: ElementRef, choice: Answer, hand: Hand): Promise<Made> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!(await hand.press(button, choice))) break
    if (await hand.until(async () => !(await hand.isVisible(button)), REACTION_MS)) return { outcome: 'made', layer: 1 }
  }
  return { outcome: 'failed', because: 'its button to save could not be pressed, or did nothing' }
}

const ATTEMPTS = 3
const REACTION_MS = 1_500

/** Runs in the page, in our world. */
function findBanner(): Found | null {
  const seen = ((globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ??= [])
  const keyOf = (element: Element): number => {
    const known = seen.indexOf(element)
    return known === -1 ? seen.push(element) - 1 : known
  }
  const banners = document.querySelectorAll('.js_gdpr_cookie_banner, .js_gdpr_flapjack_banner')
  for (const banner of banners) {
    const box = banner.querySelector('#gdpr_cookies, .js_accepted_cookies')
    const button = banner.querySelector('.js_gdpr_close')
    const isShown = banner.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!box || !(button instanceof HTMLElement) || !isShown) continue
    const labels = [...banner.querySelectorAll('label')]
    const around = [box.nextElementSibling, box.parentElement].filter((element) => element !== null)
    const drawn = [
      ...banner.querySelectorAll('label[for=gdpr_cookies]'),
      ...around.filter((element) => !element.querySelector('a, button') && element.clientWidth < 200),
    ]
    return {
      text: banner instanceof HTMLElement ? banner.innerText.trim() : '',
      banner: keyOf(banner),
      switches: [box, ...drawn].map(keyOf),
      save: keyOf(button),
      saveLabel: button.innerText.trim(),
      labels: labels.map((label) => label.innerText.trim()).filter((text) => text !== ''),
    }
  }
  return null
}

/** Runs in the page, in our world. */
function isTicked(key: number): boolean {
  const box = (globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen?.[key]
  return box instanceof HTMLInputElement && box.checked
}
