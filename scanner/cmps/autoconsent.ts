import type { ContentScriptMessage } from '@duckduckgo/autoconsent'
import type { Wish } from '../model.ts'
import { converse, hear, isLibraryThere } from './autoconsent/page.ts'
import { configFor, isReadOnly, librarySource, rulesFor } from './autoconsent/rules.ts'
import { talkWith } from './autoconsent/talk.ts'
import type { Cmp, Eyes, Frame, Hand, Made } from './cmp.ts'

/**
 * The rules of DuckDuckGo's autoconsent, in our world of every frame. They point, the hand presses: their clicks are
 * requests, their calls of page APIs are refused, and what they claim to have achieved counts for nothing.
 */
export const autoconsent: Cmp = {
  id: 'autoconsent',
  isCheap: false,
  async detect(eyes) {
    const frames = (await eyes.frames()).filter(({ url }) => /^https?:/.test(url))
    const found = await Promise.all(frames.map((frame) => detectIn(frame, eyes)))
    const open = found.find((popup) => popup !== null)
    return open ? { cmp: open.cmp, text: '', buttons: [], place: null, handle: open } : null
  },
  choose: async (banner, { choice }, hand) =>
    choice === 'reject' || choice === 'accept'
      ? chooseOn(banner.handle as Popup, choice, hand)
      : failed('its rules know all or nothing'),
}

type Answer = Extract<Wish['choice'], 'accept' | 'reject'>

/** A banner that one of its rules sees, and the conversation that found it. */
interface Popup {
  readonly cmp: string
  readonly frame: Frame
  readonly conversation: string
}

type Message = ContentScriptMessage | { readonly type: 'press'; readonly number: number; readonly key: number }

/** Cross-site rules may take a moment; a page that has a CMP and no open banner is not waited for longer. */
const DETECT_MS = 1_000

async function detectIn(frame: Frame, eyes: Eyes): Promise<Popup | null> {
  const conversation = nextConversation()
  let finish: (cmp: string | null) => void = () => undefined
  const result = new Promise<string | null>((resolve) => {
    finish = resolve
  })
  const forget = listen(eyes, conversation, (_, message) => {
    if (message.type === 'popupFound') finish(message.cmp)
    if (message.type === 'report' && message.state.lifecycle === 'nothingDetected') finish(null)
    void serve(frame, conversation, message, null)
  })
  await begin(frame, conversation)
  const cmp = await within(DETECT_MS, result, eyes.signal)
  forget()
  return cmp !== null && (await frame.isShown()) ? { cmp, frame, conversation } : null
}

async function chooseOn(popup: Popup, choice: Answer, hand: Hand): Promise<Made> {
  const talk = talkWith(hand)
  const frames = new Map<string, Frame>([[popup.frame.id, popup.frame]])
  const forget = listen(hand, null, (conversation, message, frameId) => {
    const frame = frames.get(frameId)
    if (!frame) return
    if (message.type === 'press') talk.press(frame, conversation, message)
    else if (message.type === 'autoconsentDone') talk.end(true)
    else if (message.type === 'optOutResult' || message.type === 'optInResult') {
      if (!message.result) talk.end(false)
    } else void serve(frame, conversation, message, choice)
  })
  const met = new Set((await hand.frames()).map(documentOf))
  /** Settings may open in a frame of their own, where other rules take over. */
  const followFrames = async (): Promise<void> => {
    const now = await hand.frames()
    for (const frame of now) {
      if (met.has(documentOf(frame)) || !/^https?:/.test(frame.url)) continue
      met.add(documentOf(frame))
      frames.set(frame.id, frame)
      await begin(frame, nextConversation())
    }
    // A banner that takes its frame along takes the last word of its rule along, too.
    if (now.some(({ id }) => frames.has(id))) talk.goOn()
    else talk.endSoon()
  }
  const unfollow = hand.onChange(() => void followFrames().catch(() => talk.end(false)))

  await popup.frame.run(hear, popup.conversation, { type: choice === 'reject' ? 'optOut' : 'optIn' })
  const isDone = await talk.over()
  forget()
  unfollow()
  const { clicks } = talk
  if (clicks.length === 0) return failed(`its rule for ${popup.cmp} found nothing a visitor could press`)
  if (!isDone) return failed(`its rule for ${popup.cmp} did not come to an end`)
  return { outcome: 'made', layer: clicks.some(({ meaning }) => meaning === 'settings') ? 2 : 1 }
}

const documentOf = ({ id, url }: Frame): string => `${id} ${url}`
const failed = (because: string): Made => ({ outcome: 'failed', because })

let conversations = 0
const nextConversation = (): string => `${++conversations}`

async function begin(frame: Frame, conversation: string): Promise<void> {
  if (!(await frame.run(isLibraryThere))) await frame.inject(`globalThis.tagtrailAutoconsent = ${librarySource()};0`)
  await frame.run(converse, conversation)
}

/** Answers what a conversation asks: for its rules, and for a look into the page's own world. */
async function serve(frame: Frame, conversation: string, message: Message, choice: Answer | null): Promise<void> {
  const say = (answer: object): Promise<unknown> => frame.run(hear, conversation, answer)
  if (message.type === 'init') {
    const rules = { autoconsent: rulesFor(frame.url, frame.isMain) }
    await say({ type: 'initResp', config: configFor(choice), rules })
  } else if (message.type === 'eval') {
    const result = isReadOnly(message.snippetId) ? await frame.read(message.code) : false
    await say({ type: 'evalResp', id: message.id, result: Boolean(result) })
  }
}

function listen(
  eyes: Eyes,
  only: string | null,
  listener: (conversation: string, message: Message, frameId: string) => void,
): () => void {
  return eyes.onTold(({ frameId, text }) => {
    if (!text.startsWith(WORD)) return
    const { id, message } = JSON.parse(text.slice(WORD.length)) as { readonly id: string; readonly message: Message }
    if (only === null || only === id) listener(id, message, frameId)
  })
}

const WORD = 'autoconsent:'

function within<T>(ms: number, wanted: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(signal.reason as Error)
    const timer = setTimeout(() => resolve(null), ms)
    signal.addEventListener('abort', cancel, { once: true })
    void wanted.then(resolve).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
    })
  })
}
