import type { ClickTarget, ConsentTargets, Wish } from '../model.ts'
import type { Cmp, ElementRef, Eyes, Hand, Made } from './cmp.ts'
import { targetIn } from './given/target-in-page.ts'
import { told } from '../said.ts'

/** Where the operator says the banner's buttons are: made for one plan, tried before everything else. */
export const given = (targets: ConsentTargets): Cmp => ({
  id: 'given',
  isCheap: true,
  isTold: true,
  async detect(eyes) {
    for (const name of OF_THE_BANNER) {
      const button = await visible(targets[name], eyes)
      if (button) return { cmp: 'unknown', text: '', buttons: [], place: null, handle: null }
    }
    return null
  },
  choose: (_, wish, hand) => chooseBy(targets, wish, hand),
})

const OF_THE_BANNER = ['accept', 'reject', 'close', 'open', 'save'] as const

async function chooseBy(targets: ConsentTargets, { choice }: Wish, hand: Hand): Promise<Made> {
  // A choice of categories needs its switches read.
  if (choice === 'accept-part') return notGiven(choice)
  const wanted = choice === 'withdraw' ? 'reject' : choice
  const onFirst = await pressed(targets[wanted], wanted, hand)
  if (onFirst) return { outcome: 'made', layer: 1 }
  if (wanted === 'close' || !(await pressed(targets.open, 'open', hand))) return notGiven(choice)
  const isThere = async (): Promise<boolean> =>
    (await visible(targets[wanted], hand)) !== null || (await visible(targets.save, hand)) !== null
  await hand.until(isThere, OPENS_MS)
  const answered = (await pressed(targets[wanted], wanted, hand)) || (await pressed(targets.save, 'save', hand))
  return answered ? { outcome: 'made', layer: 2 } : notGiven(choice)
}

const notGiven = (choice: Wish['choice']): Made => ({
  outcome: 'failed',
  because: told`what the plan names for it could not be pressed ${TO_DO[choice]}`,
})
const TO_DO: Readonly<Record<Wish['choice'], string>> = {
  accept: told`to accept`,
  reject: told`to reject`,
  withdraw: told`to withdraw`,
  'accept-part': told`to choose categories`,
  close: told`to close the banner`,
}
const MEANING = { accept: 'accept', reject: 'reject', close: 'other', open: 'settings', save: 'save' } as const
const OPENS_MS = 3_000
const REACTION_MS = 2_000
const ATTEMPTS = 3

/** A banner may show its buttons before they work: what did nothing is pressed again. */
async function pressed(target: ClickTarget | null, name: keyof typeof MEANING, hand: Hand): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const button = await visible(target, hand)
    if (!button || !(await hand.press(button, MEANING[name]))) return false
    // What opens the settings may stay where it is.
    if (name === 'open' || (await hand.until(async () => !(await hand.isVisible(button)), REACTION_MS))) return true
  }
  return false
}

async function visible(target: ClickTarget | null, eyes: Eyes): Promise<ElementRef | null> {
  if (target === null) return null
  for (const frame of await eyes.frames()) {
    const key = await frame.run(targetIn, target)
    if (key !== null && (await frame.isShown())) return { frame, key }
  }
  return null
}
