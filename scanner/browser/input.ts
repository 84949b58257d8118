import { callIn, ownerOf, standOf, unlessGone, type IsolatedFrame } from './isolated-frame.ts'
import type { IsolatedFrames } from './isolated-frames.ts'
import { prepareInput, type InputWorld } from './input-in-page.ts'

/** One press of the mouse, as the page received it. */
export interface Press {
  /** In CSS pixels of the page's viewport. */
  readonly x: number
  readonly y: number
  /** The browser delivered it to that very element as real input (`isTrusted`). */
  readonly trusted: boolean
  /** Which event shows it; `null` when none was seen, as when the page went away under the press. */
  readonly by: 'click' | 'mousedown' | null
  /** The page had to be scrolled to it. */
  readonly scrolled: boolean
}

export interface PressOptions {
  readonly withinMs: number
  readonly now: () => number
  readonly signal: AbortSignal
}

/**
 * Presses the left mouse button on an element that our world of this frame keeps in `tagtrailSeen`, by real input:
 * scrolled to, standing still, with nothing in front of it through shadow roots and frames. Should something slip under
 * the pointer at the last moment, the press is withheld from the page and tried again. `null` when there was no moment
 * to press it.
 */
export async function press(
  frames: IsolatedFrames,
  frame: IsolatedFrame,
  key: number,
  { withinMs, now, signal }: PressOptions,
): Promise<Press | null> {
  const deadline = now() + withinMs
  let hasScrolled = false
  for (let leftMs = withinMs; leftMs > 0; leftMs = deadline - now()) {
    signal.throwIfAborted()
    const all = await frames.list()
    await Promise.all(all.map(({ run }) => run(prepareInput)))
    const aimed = await frame.run(aim, key, leftMs)
    if (!aimed) return null
    hasScrolled ||= aimed.scrolled
    const point = await pointInPage(frame, { x: aimed.x, y: aimed.y })
    if (!point) {
      // Something of the document around is in front, or the frame is still moving; its next paint may tell.
      await frame.run(paint)
      continue
    }
    await frames.session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point })
    // What reacts to the pointer does so now: a button may run away from it.
    if (!(await frame.run(holds, key, aimed.x, aimed.y))) continue
    const by = await pressAt(frames, all, { frameId: frame.id, key, point })
    if (by !== 'withheld') return { ...point, trusted: by !== null, by, scrolled: hasScrolled }
  }
  return null
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Of the page's viewport; `null` when a document around the frame shows something else at that point. */
async function pointInPage(frame: IsolatedFrame, point: Point): Promise<Point | null> {
  const { parent } = frame
  if (!parent) return point
  const stand = await unlessGone(standOf(frame.id, parent))
  if (!stand) return null
  const outer = { x: stand.x + point.x * stand.scale, y: stand.y + point.y * stand.scale }
  const isFree = await unlessGone(showsFrameAt(frame.id, parent, outer))
  return isFree ? pointInPage(parent, outer) : null
}

async function showsFrameAt(frameId: string, parent: IsolatedFrame, { x, y }: Point): Promise<boolean> {
  return callIn(parent.session, { objectId: await ownerOf(frameId, parent) }, isInFront, [x, y])
}

interface Aim {
  readonly frameId: string
  readonly key: number
  readonly point: Point
}

async function pressAt(
  frames: IsolatedFrames,
  all: readonly IsolatedFrame[],
  { frameId, key, point }: Aim,
): Promise<Press['by'] | 'withheld'> {
  const heard: string[] = []
  let finish = (): void => undefined
  const over = new Promise<void>((resolve) => {
    finish = resolve
  })
  const forget = frames.onTold(({ text }) => {
    if (!text.startsWith(WORD)) return
    heard.push(text.slice(WORD.length))
    if (heard.includes('click') || heard.includes('withheld')) finish()
  })
  await Promise.all(all.map(({ id, run }) => run(guard, WORD, id === frameId ? key : null)))
  const button = { ...point, button: 'left', clickCount: 1 } as const
  const acknowledged = Promise.all([
    frames.session.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed', buttons: 1 }),
    frames.session.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased', buttons: 0 }),
  ]).catch(() => undefined)
  // A page that goes away under the press never acknowledges it; what it told may come after the acknowledgement.
  await Promise.race([over, atMost(ACKNOWLEDGED_MS, acknowledged)])
  await atMost(TOLD_MS, over)
  forget()
  await Promise.all(all.map(({ run }) => run(unguard)))

  if (heard.includes('click')) return 'click'
  // An element that goes away as the button goes down gets no click; what is behind it gets none either.
  if (heard.includes('mousedown') || heard.includes('pointerdown')) return 'mousedown'
  return heard.includes('withheld') ? 'withheld' : null
}

const WORD = 'press:'
const ACKNOWLEDGED_MS = 2_000
const TOLD_MS = 250

function atMost(ms: number, wanted: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  return Promise.race([wanted, limit]).finally(() => clearTimeout(timer))
}

// These run in the page, in our world.

function aim(key: number, withinMs: number): Promise<(Point & { readonly scrolled: boolean }) | null> {
  return (globalThis as InputWorld).tagtrailInput?.aim(key, withinMs) ?? Promise.resolve(null)
}

function holds(key: number, x: number, y: number): Promise<boolean> {
  return (globalThis as InputWorld).tagtrailInput?.holds(key, x, y) ?? Promise.resolve(false)
}

function paint(): Promise<void> {
  return (globalThis as InputWorld).tagtrailInput?.paint() ?? Promise.resolve()
}

function guard(word: string, key: number | null): void {
  ;(globalThis as InputWorld).tagtrailInput?.guard(word, key)
}

function unguard(): void {
  ;(globalThis as InputWorld).tagtrailInput?.unguard()
}

/** On the element that holds a frame, in the document around it. */
function isInFront(this: unknown, x: number, y: number): boolean {
  return (globalThis as InputWorld).tagtrailInput?.shows(this as Element, x, y) ?? false
}
