import type { Wish } from '../model.ts'
import type { Cmp, Eyes, Hand, Made } from './cmp.ts'
import { bannersSeen, best, closeOf, described, settingsOf, understood, type Banner } from './heuristic/banner.ts'
import { pressed, pressUntil } from './heuristic/pressing.ts'
import { acceptInSettings, refuseInSettings, setEach } from './heuristic/settings.ts'
import { told } from '../said.ts'

/** Reads any banner as a visitor does: by what it says and where it stands. */
export const heuristic: Cmp = {
  id: 'heuristic',
  isCheap: true,
  async detect(eyes) {
    const [likeliest] = await bannersSeen(eyes)
    return likeliest ? described(likeliest, 1) : null
  },
  choose: (banner, wish, hand) => chooseOn(banner.handle as Banner, wish, hand, 1),
}

async function chooseOn(banner: Banner, wish: Wish, hand: Hand, layer: number): Promise<Made> {
  switch (wish.choice) {
    case 'accept': {
      const button = best(banner, 'accept')
      const isSettings = best(banner, 'save') !== null && hasSwitches(banner)
      if (button && isSettings) return acceptInSettings(banner, button, wish, hand, layer)
      if (button) return pressed(banner, button, hand, layer)
      // Boxes to tick and one button to save.
      if (isSettings) return setEach(banner, wish, hand, layer)
      const notice = understood(banner)
      if (notice) return pressed(banner, notice, hand, layer)
      break
    }
    case 'reject':
    case 'withdraw': {
      const canSave = best(banner, 'save') !== null
      if (layer > 1 && canSave) return refuseInSettings(banner, hand, layer)
      const button = best(banner, 'reject')
      if (button) return pressed(banner, button, hand, layer)
      // A first layer with boxes to tick.
      if (canSave && hasSwitches(banner)) return setEach(banner, wish, hand, layer)
      break
    }
    case 'accept-part':
      if (best(banner, 'save') !== null && hasSwitches(banner)) return setEach(banner, wish, hand, layer)
      break
    case 'close': {
      const button = closeOf(banner.buttons)
      if (button) return pressed(banner, button, hand, layer)
      return { outcome: 'not-offered', because: 'the banner cannot be closed without an answer' }
    }
  }
  if (layer > 1)
    return { outcome: 'failed', because: told`the settings offer no way ${TO_DO[wish.choice]} that could be read` }
  return openSettings(banner, wish, hand)
}

const hasSwitches = ({ toggles, radios }: Banner): boolean => toggles.length + radios.length > 0

const TO_DO: Readonly<Record<Wish['choice'], string>> = {
  accept: told`to accept`,
  reject: told`to reject`,
  withdraw: told`to reject`,
  'accept-part': told`to choose categories`,
  close: told`to close it`,
}

async function openSettings(banner: Banner, wish: Wish, hand: Hand): Promise<Made> {
  const way = TO_DO[wish.choice]
  const opener = settingsOf(banner)
  if (!opener) return { outcome: 'not-offered', because: told`the banner has no button ${way} and none for settings` }
  if (opener.leadsAway) return { outcome: 'failed', because: `"${opener.label}" leads to another page` }
  let layer2: Banner | null = null
  const isOpen = async (): Promise<boolean> => (layer2 = await secondLayer(hand, banner, wish)) !== null
  await pressUntil(isOpen, { frame: banner.frame, key: opener.key }, 'settings', hand)
  return layer2
    ? chooseOn(layer2, wish, hand, 2)
    : { outcome: 'failed', because: told`"${opener.label}" opened nothing ${way} with` }
}

/** What the settings button brought up: something to choose with that was not there before. */
async function secondLayer(eyes: Eyes, first: Banner, { choice }: Wish): Promise<Banner | null> {
  const wanted = choice === 'reject' ? ['reject', 'save'] : choice === 'accept' ? ['accept', 'save'] : ['save']
  const seen = await bannersSeen(eyes)
  const fit = seen.filter(({ buttons }) => buttons.some(({ meaning }) => wanted.includes(meaning)))
  return fit.find(({ frame, sight }) => frame.id !== first.frame.id || sight.text !== first.sight.text) ?? null
}
