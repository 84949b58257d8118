import type { Click } from '../../model.ts'
import type { Frame, Hand } from '../cmp.ts'
import { answerPress } from './page.ts'

/** What rules ask the hand to do, and when they have nothing more to ask. */
export interface Talk {
  readonly clicks: readonly Click[]
  /** One press at a time, in the order they are asked for. */
  press(frame: Frame, conversation: string, asked: { readonly number: number; readonly key: number }): void
  end(isDone: boolean): void
  /** Ends unless it goes on shortly. */
  endSoon(): void
  goOn(): void
  /** Resolves when it has ended, or nothing was asked for too long: true when a rule came to its end. */
  over(): Promise<boolean>
}

export function talkWith(hand: Hand): Talk {
  const clicks: Click[] = []
  let queue = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let isRefused = false
  let end: (isDone: boolean) => void = () => undefined
  const ended = new Promise<boolean>((resolve) => {
    end = resolve
  })
  const endAfter = (ms: number, isDone: boolean): void => {
    clearTimeout(timer)
    timer = setTimeout(() => end(isDone), ms)
  }
  let isEndingSoon = false
  return {
    clicks,
    press: (frame, conversation, { number, key }) => {
      endAfter(IDLE_MS, false)
      queue = queue
        .then(async () => {
          const click = isRefused ? null : await hand.press({ frame, key })
          if (click) clicks.push(click)
          // The hand refuses what says the opposite of the choice: a rule that asks for it is not followed further.
          else isRefused = true
          await frame.run(answerPress, conversation, number, click !== null)
          if (isRefused) end(false)
        })
        .catch(() => end(false))
    },
    end,
    endSoon: () => {
      if (isEndingSoon) return
      isEndingSoon = true
      endAfter(LAST_WORDS_MS, true)
    },
    goOn: () => {
      if (isEndingSoon) endAfter(IDLE_MS, false)
      isEndingSoon = false
    },
    over: async () => {
      endAfter(IDLE_MS, false)
      const cancel = (): void => end(false)
      hand.signal.addEventListener('abort', cancel, { once: true })
      const isDone = await ended
      await queue
      clearTimeout(timer)
      hand.signal.removeEventListener('abort', cancel)
      hand.signal.throwIfAborted()
      return isDone
    },
  }
}

/** Some rules wait several seconds between two clicks; one that asks for nothing for longer has lost its way. */
const IDLE_MS = 6_000
const LAST_WORDS_MS = 800
