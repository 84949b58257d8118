import { createHash } from 'node:crypto'
import type { CDPSession } from 'puppeteer-core'
import type { PageMarksFact } from '../model.ts'
import type { Collector, JourneyView, Pen, RecordedTarget, Recording, Tell } from './collector.ts'
import { HAS_DOCUMENT, isGone } from './frames.ts'
import { LIST_NAMES, readTraces, type ReadTraces } from './page-marks/in-page.ts'

/** Traces by which vendors are known that neither send nor store: names on the window, elements, inline scripts, per frame at step end. */
export const pageMarks: Collector = {
  id: 'page-marks',
  sees: ['page-marks'],
  begin: (pen) => new PageMarkRecording(pen),
}

class PageMarkRecording implements Recording {
  readonly #pen: Pen
  /** The page's own world in each frame of a session. */
  readonly #worlds = new WeakMap<CDPSession, Map<number, string>>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, ref }: RecordedTarget): void {
    if (!HAS_DOCUMENT.has(ref.type)) return
    const worlds = new Map<number, string>()
    this.#worlds.set(session, worlds)
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const of: { isDefault?: boolean; frameId?: string } = context.auxData ?? {}
      if (of.isDefault === true && of.frameId !== undefined) worlds.set(context.id, of.frameId)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId))
    session.on('Runtime.executionContextsCleared', () => worlds.clear())
  }

  async snapshot({ targets }: JourneyView): Promise<Tell> {
    const frames = targets.flatMap(({ ref, session }) =>
      [...(this.#worlds.get(session) ?? [])].map(([contextId, frameId]) => ({
        session,
        contextId,
        frameId,
        isTop: ref.type === 'page' && ref.targetId === frameId,
      })),
    )
    const facts = await Promise.all(frames.slice(0, MOST_FRAMES).map(marksOf))
    return () => {
      for (const fact of facts) if (fact && (fact.isTop || hasAny(fact))) this.#pen.write(fact)
    }
  }
}

async function marksOf({ session, contextId, frameId, isTop }: Frame): Promise<PageMarksFact | null> {
  try {
    return await factOf(session, contextId, frameId, isTop)
  } catch (reason) {
    // A frame that goes away while it is read is not there.
    if (isGone(reason)) return null
    throw reason
  }
}

interface Frame {
  readonly session: CDPSession
  readonly contextId: number
  readonly frameId: string
  readonly isTop: boolean
}

/** The page's own world is asked for names only; everything else is read in a world that the page cannot touch. */
async function factOf(
  session: CDPSession,
  contextId: number,
  frameId: string,
  isTop: boolean,
): Promise<PageMarksFact | null> {
  const [own, world] = await Promise.all([
    session.send('Runtime.evaluate', { expression: LIST_NAMES, contextId, ...PLAIN }),
    session.send('Page.createIsolatedWorld', { frameId, worldName: OUR_WORLD }),
  ])
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(${readTraces.toString()})(${LIST_NAMES})`,
    contextId: world.executionContextId,
    ...PLAIN,
  })
  const read = result.value as ReadTraces | undefined
  if (!read) return null
  const blank = new Set(read.names.split('\n'))
  const globals = String(own.result.value ?? '')
    .split('\n')
    .filter((name) => name !== '' && !/^\d+$/.test(name) && name.length <= MOST_LETTERS && !blank.has(name))
  return {
    kind: 'page-marks',
    url: read.url,
    isTop,
    globals: globals.slice(0, MOST_NAMES).toSorted(),
    elements: read.elements,
    classes: read.classes,
    inlineScripts: read.scripts.map(({ text, length }) => ({
      sha256: createHash('sha256').update(text).digest('hex'),
      length,
      words: wordsOf(text),
    })),
    isCut: read.isCut || globals.length > MOST_NAMES,
  }
}

/** The one that looks for banners, too: a world costs more than all that is read in it. */
const OUR_WORLD = 'tagtrail'

const PLAIN = { returnByValue: true, silent: true } as const

/** Names, ids and addresses, each once: enough to find a vendor's snippet again, and not the script. */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>()
  for (const [word] of text.matchAll(/[\w$./:-]{3,}/g)) {
    if (word.length <= MOST_LETTERS) words.add(word)
    if (words.size === MOST_WORDS) break
  }
  return [...words]
}

function hasAny({ globals, elements, inlineScripts }: PageMarksFact): boolean {
  return globals.length + elements.length + inlineScripts.length > 0
}

const MOST_FRAMES = 40
const MOST_NAMES = 500
const MOST_WORDS = 80
const MOST_LETTERS = 120
