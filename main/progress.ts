import { createLogUpdate } from 'log-update'
import type { ConsentState, Plan, ScanEvent } from '../scanner/model.ts'
import { visible } from '../scanner/reports/foreign-text.ts'
import { STATE_NAMES } from '../scanner/reports/names.ts'
import type { Host } from './host.ts'
import { openBoard } from './progress-board.ts'

export interface Progress {
  onEvent(event: ScanEvent): void
  /** Takes the board off the terminal. */
  end(): void
}

export interface ProgressOptions {
  /** Says nothing unless a person is watching: for commands whose output another program reads. */
  readonly onlyLive: boolean
}

/**
 * Shows on stderr how far the scan is: a board that fills cell by cell on a terminal, a line for each visit elsewhere.
 * Begins with the first event, so that nothing stands before an error that kept the scan from beginning.
 */
export function showProgress(host: Host, plan: Plan, { onlyLive }: ProgressOptions): Progress {
  let display: Progress | null = null
  return {
    onEvent(event) {
      display ??= displayFor(host, plan, onlyLive)
      display.onEvent(event)
    },
    end: () => display?.end(),
  }
}

function displayFor(host: Host, plan: Plan, onlyLive: boolean): Progress {
  if (host.stderr.isTTY === true && host.env['TERM'] !== 'dumb') return liveBoard(host, plan)
  return onlyLive ? silence : lines(host, plan)
}

const silence: Progress = { onEvent: () => undefined, end: () => undefined }

function liveBoard({ stderr, clock, signal }: Host, plan: Plan): Progress {
  const board = openBoard(plan)
  const startedAt = clock.monotonic()
  const update = createLogUpdate(stderr)
  const draw = (): void => {
    const seconds = Math.floor((clock.monotonic() - startedAt) / 1000)
    const doing = signal.aborted ? 'Stopping; Ctrl-C again ends at once' : `Scanning ${visible(plan.name)}`
    update(`${doing} · ${seconds} s\n\n${board.draw()}\n`)
  }
  const timer = setInterval(draw, REDRAW_MS)
  timer.unref()
  signal.addEventListener('abort', draw, { once: true })
  draw()
  return {
    onEvent: (event) => board.note(event),
    end() {
      clearInterval(timer)
      signal.removeEventListener('abort', draw)
      update.clear()
      update.done()
    },
  }
}

/** Often enough to look alive, seldom enough to cost nothing. */
const REDRAW_MS = 100

function lines({ stderr, clock, signal }: Host, plan: Plan): Progress {
  const board = openBoard(plan)
  const startedAt = clock.monotonic()
  const labels = new Map(plan.steps.map(({ id, label }) => [id, label]))
  const say = (text: string): void => {
    const seconds = ((clock.monotonic() - startedAt) / 1000).toFixed(1).padStart(6)
    stderr.write(`${seconds} s  ${visible(text)}\n`)
  }
  const onAbort = (): void => say('stopping')
  signal.addEventListener('abort', onAbort, { once: true })
  const subject = (state: ConsentState, run: number): string =>
    plan.runs === 1 ? STATE_NAMES[state] : `${STATE_NAMES[state]}, run ${run}`
  say(`scanning ${plan.name}: ${board.visits()}`)
  return {
    onEvent(event) {
      board.note(event)
      if (event.type === 'step-done')
        say(`${subject(event.state, event.run)}: ${labels.get(event.stepId) ?? event.stepId} (${board.visits()})`)
      if (event.type === 'choice') say(`${subject(event.state, event.run)}: choice ${event.verdict}`)
      if (event.type === 'gap') say(`${subject(event.gap.journey, event.gap.run)}: gap: ${event.gap.reason}`)
    },
    end: () => signal.removeEventListener('abort', onAbort),
  }
}
