import { createHash } from 'node:crypto'
import type { CanarySeen, CanaryWatch } from '../canary/watch.ts'
import type { Draft, Pen, Ticket } from '../collectors/collector.ts'
import { looksLikeIdentifier } from '../knowledge/identifier.ts'
import type {
  ConsentState,
  Fact,
  Gap,
  GapKind,
  Moment,
  Observation,
  ObservationKind,
  Phase,
  ScanEvent,
  Stamp,
  StoredValue,
} from '../model.ts'
import { choiceOf } from '../states.ts'
import type { Bundle } from '../store/bundle.ts'
import { layout } from '../store/layout.ts'
import { jsonLine } from '../store/ndjson-line.ts'

/** Where one journey stands; whatever its collectors write is stamped with it. */
export interface JourneyLog {
  readonly pen: Pen
  /** Milliseconds since this journey began: the time of every stamp. */
  elapsed(): number
  /** Begins a step, in phase `load`. */
  enter(stepId: string): void
  phase(phase: Phase): void
  state(state: Moment): void
  /** The visitor sends a form: what was typed goes out on purpose from now on. */
  submits(): void
}

export interface JourneyContext {
  readonly bundle: Pick<Bundle, 'append' | 'keep'>
  readonly clock: Clock
  /** Hex, put as text before each value that is hashed. */
  readonly salt: string
  /** True when the plan says `values: raw`. */
  readonly keepValues: boolean
  /** Texts that let the scan in, and must not be found in what it leaves. */
  readonly secrets?: readonly string[]
  /** Who looks for what was given to the site on this journey. */
  readonly watchFor?: (of: { readonly run: number; readonly state: ConsentState }) => CanaryWatch
  readonly onEvent?: (event: ScanEvent) => void
}

export interface Clock {
  now(): Date
  /** Milliseconds from any start, never backwards. */
  monotonic(): number
}

/** The pen of one journey; every stamp it takes is of this run and this state's visitor. */
export class JourneyScribe implements JourneyLog, Pen {
  readonly pen: Pen = this
  readonly #log: JourneyContext
  readonly #run: number
  readonly #journey: ConsentState
  /** Unique in the scan, also when a journey is begun again after a crash. */
  readonly #nextId: () => string
  readonly #startedAt: number
  #stepId = ''
  #phase: Phase = 'load'
  #state: Moment
  /** The page before this one, whose last words may still arrive. */
  #before: Pick<Stamp, 'stepId' | 'state'> | null = null
  /** Path of each screenshot that was kept but not yet written about. */
  readonly #shots = new Map<string, string>()
  readonly #watch: CanaryWatch | null
  /** Milliseconds since the run began, once a form has been sent. */
  #submittedAt = Infinity
  /** Kinds that were cut on this step: one gap tells it for all of them. */
  readonly #cut = new Set<string>()

  constructor(log: JourneyContext, run: number, journey: ConsentState, nextId: () => string) {
    this.#log = log
    this.#run = run
    this.#journey = journey
    this.#nextId = nextId
    this.#startedAt = log.clock.monotonic()
    this.#watch = log.watchFor?.({ run, state: journey }) ?? null
    this.#state = choiceOf(journey) === null ? journey : 'choosing'
  }

  enter(stepId: string): void {
    if (this.#stepId !== '') this.#before = { stepId: this.#stepId, state: this.#state }
    this.#stepId = stepId
    this.#phase = 'load'
    this.#cut.clear()
  }

  phase(phase: Phase): void {
    this.#phase = phase
  }

  state(state: Moment): void {
    this.#state = state
  }

  submits(): void {
    this.#submittedAt = Math.min(this.#submittedAt, this.#placeNow().at)
  }

  elapsed(): number {
    return Math.round((this.#log.clock.monotonic() - this.#startedAt) * 100) / 100
  }

  now(): number {
    return this.#log.clock.now().getTime()
  }

  stamp(of: 'now' | 'last-words' = 'now'): Ticket {
    const isLate = of === 'last-words' && this.#phase === 'load' && this.#before !== null
    const place = isLate ? { ...this.#before, phase: 'leave' as const } : {}
    return new TakenTicket(this, { ...this.#placeNow(), ...place })
  }

  write(draft: Draft, ticket?: Ticket): void {
    // Numbered when written, so that a ticket nobody used leaves no hole.
    const place = ticket ? this.#redeem(ticket) : this.#placeNow()
    const { observation, cut } = this.#append(this.#factOf(draft), place)
    if (cut !== 'nothing') this.#tellCut(observation, cut)
    this.#tellSeen(this.#watch?.see(draft) ?? [], place)
  }

  sent(url: string, bytes: Uint8Array, ticket: Ticket): void {
    this.#tellSeen(this.#watch?.sent(url, bytes) ?? [], this.#redeem(ticket))
  }

  #tellSeen(found: readonly CanarySeen[], place: Place): void {
    const beforeSubmit = place.at < this.#submittedAt
    for (const seen of found) this.#append({ kind: 'canary-seen', ...seen, beforeSubmit }, place)
  }

  #append(
    fact: Fact,
    place: Place,
  ): { readonly observation: Observation; readonly cut: 'nothing' | 'texts' | 'lists' } {
    const observation: Observation = { id: this.#nextId(), ...place, ...fact }
    const { text, cut } = jsonLine(observation)
    this.#log.bundle.append(layout.observations, text)
    this.#log.onEvent?.({ type: 'observed', run: this.#run, state: this.#journey, kind: fact.kind })
    return { observation, cut }
  }

  keep(bytes: Uint8Array, as: 'body' | 'screenshot'): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const path = as === 'body' ? `${layout.bodies}/${sha256}` : this.#shotPath(sha256)
    if (as === 'screenshot') this.#shots.set(sha256, path)
    this.#log.bundle.keep(path, bytes)
    if (as === 'body' && this.#watch?.kept(sha256, bytes) === 'in part') {
      this.gap('body-dropped', ['canary-seen'], `only the beginning of body ${sha256.slice(0, 12)} was searched`)
    }
    return sha256
  }

  gap(kind: GapKind, hides: readonly ObservationKind[], reason: string): void {
    // Where nothing was typed, nothing typed can be missed.
    const blinds = this.#watch ? hides : hides.filter((each) => each !== 'canary-seen')
    const where = { run: this.#run, journey: this.#journey, state: this.#state, stepId: this.#stepId }
    const gap: Gap = { kind, ...where, blinds, reason, utc: this.#log.clock.now().toISOString() }
    this.#log.bundle.append(layout.gaps, jsonLine(gap).text)
    this.#log.onEvent?.({ type: 'gap', gap })
  }

  #placeNow(): Place {
    const { clock } = this.#log
    return {
      run: this.#run,
      journey: this.#journey,
      state: this.#state,
      stepId: this.#stepId,
      phase: this.#phase,
      at: this.elapsed(),
      utc: clock.now().toISOString(),
    }
  }

  /** One moment may serve several facts. */
  #redeem(ticket: Ticket): Place {
    if (ticket instanceof TakenTicket && ticket.from === this) return ticket.place
    throw new Error(`a ticket of ${ticket.at} ms is none of run ${this.#run} of the ${this.#journey} journey`)
  }

  #factOf(draft: Draft): Fact {
    switch (draft.kind) {
      case 'cookie-write':
      case 'cookie':
      case 'storage-write':
      case 'storage':
        return { ...draft, ...storedForm(draft.value, this.#log) }
      case 'request':
        return { ...draft, headers: withoutSecrets(draft.headers, this.#log.secrets ?? []) }
      case 'screenshot': {
        const path = this.#shots.get(draft.sha256) ?? draft.path
        this.#shots.delete(draft.sha256)
        return { ...draft, path }
      }
      default:
        return draft
    }
  }

  /** Named so that a person finds the picture of a step without a tool. */
  #shotPath(sha256: string): string {
    return `${layout.screenshots}/r${this.#run}-${this.#journey}-${this.#stepId}-${sha256.slice(0, 12)}.png`
  }

  /** A text without its end still shows who was contacted; a list that lost members may hide something. */
  #tellCut({ kind, id }: Observation, cut: 'texts' | 'lists'): void {
    if (this.#cut.has(kind)) return
    this.#cut.add(kind)
    this.gap(
      'body-dropped',
      cut === 'lists' ? [kind] : [],
      `${kind} ${id} was too large to store whole; its ${cut} were cut`,
    )
  }
}

type Place = Omit<Stamp, 'id'>

class TakenTicket implements Ticket {
  readonly at: number
  readonly from: JourneyScribe
  readonly place: Place

  constructor(from: JourneyScribe, place: Place) {
    this.at = place.at
    this.from = from
    this.place = place
  }
}

function withoutSecrets(
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  if (secrets.length === 0) return headers
  const clean = (value: string): string => secrets.reduce((text, secret) => text.replaceAll(secret, WITHHELD), value)
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, clean(value)]))
}

const WITHHELD = '(given, not kept)'

function storedForm(value: string, { salt, keepValues }: JourneyContext): StoredValue {
  return {
    valueSha256: createHash('sha256').update(salt).update(value).digest('hex'),
    bytes: Buffer.byteLength(value),
    identifierLike: looksLikeIdentifier(value),
    value: keepValues ? value : null,
  }
}
