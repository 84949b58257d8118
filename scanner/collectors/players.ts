import type { CDPSession, Protocol } from 'puppeteer-core'
import type { PlayerSeen } from '../model.ts'
import type { Collector, JourneyView, Pen, RecordedTarget, Recording, Tell } from './collector.ts'
import { HAS_DOCUMENT } from './frames.ts'

/** Videos and sounds, as the browser's own players tell of them; a page is asked nothing, and one without any costs nothing. */
export const players: Collector = {
  id: 'players',
  sees: ['players'],
  begin: (pen) => new PlayerRecording(pen),
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class PlayerRecording implements Recording {
  readonly #pen: Pen
  readonly #of = new WeakMap<CDPSession, Map<string, Mutable<PlayerSeen>>>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, ref }: RecordedTarget): void {
    if (!HAS_DOCUMENT.has(ref.type)) return
    const here = new Map<string, Mutable<PlayerSeen>>()
    this.#of.set(session, here)
    const player = (id: string): Mutable<PlayerSeen> => {
      const known = here.get(id) ?? { page: '', source: '', hasMedia: false, played: false }
      if (!here.has(id)) here.set(id, known)
      return known
    }
    session.on('Media.playerPropertiesChanged', ({ playerId, properties }) => {
      for (const { name, value } of properties) {
        if (name === 'kFrameUrl') player(playerId).page = bare(value)
        if (TRACKS.has(name) && value !== '[]' && value !== '') player(playerId).hasMedia = true
      }
    })
    session.on('Media.playerEventsAdded', ({ playerId, events }) => {
      for (const { event, url = '' } of events.map(eventOf)) {
        if (event === 'kLoad') player(playerId).source = bare(url)
        if (event === 'kPlay') player(playerId).played = true
        if (event === 'kWebMediaPlayerDestroyed') here.delete(playerId)
      }
    })
    // A page that is left takes its players along, often without a word.
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) here.clear()
    })
    void session.send('Media.enable').catch(() => undefined)
  }

  async snapshot({ targets }: JourneyView): Promise<Tell> {
    const seen = targets.flatMap(({ session }) => [...(this.#of.get(session)?.values() ?? [])])
    // One that was given nothing is a tag in the page and no more.
    const filled = seen.filter(({ source }) => source !== '')
    const shown = filled.slice(0, MOST).map((each) => ({ ...each }))
    return () => this.#pen.write({ kind: 'players', players: shown, isCut: filled.length > MOST })
  }
}

const MOST = 40
const MOST_LETTERS = 300
const TRACKS = new Set(['kAudioTracks', 'kVideoTracks'])

/** Each event is a record in a text of its own. */
function eventOf({ value }: Protocol.Media.PlayerEvent): { readonly event?: string; readonly url?: string } {
  try {
    return JSON.parse(value) as { readonly event?: string; readonly url?: string }
  } catch {
    return {}
  }
}

/** Without what was asked with it. What a script feeds or writes out has an address of no other use. */
function bare(address: string): string {
  const [scheme = ''] = /^(?:blob|data):/.exec(address) ?? []
  return scheme === '' ? address.replace(/[?#].*$/s, '').slice(0, MOST_LETTERS) : scheme
}
