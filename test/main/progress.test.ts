import { describe, expect, test } from 'vitest'
import { showProgress } from '../../main/progress.ts'
import type { ScanEvent } from '../../scanner/model.ts'
import { gap, plan } from '../scanner/samples.ts'
import { fakeHost } from './fake-host.ts'

const TERMINAL = { isTTY: true, columns: 100, rows: 40 }
const started: ScanEvent = { type: 'started', steps: [], states: [], runs: 1 }
const done: ScanEvent = { type: 'step-done', run: 1, state: 'rejected', stepId: 'optin' }

describe('progress on a terminal', () => {
  test('is a board that is gone when the scan is done', () => {
    const host = fakeHost({ stderr: TERMINAL })
    const progress = showProgress(host, plan, { onlyLive: true })
    progress.onEvent(done)
    progress.end()
    expect(host.err()).toContain('Scanning Webinar funnel · 0 s')
    expect(host.err()).toMatch(/Opt-in +· +·/)
    // Erases as many lines as were drawn.
    expect(host.err().split('\u001b[2K').length).toBeGreaterThan(8)
    expect(host.out()).toBe('')
  })

  test('says at once that Ctrl-C was heard', () => {
    const host = fakeHost({ stderr: TERMINAL })
    const progress = showProgress(host, plan, { onlyLive: false })
    progress.onEvent(started)
    host.interrupt()
    progress.end()
    expect(host.err()).toContain('Stopping; Ctrl-C again ends at once · 0 s')
  })

  test('cannot be driven by the name of a plan', () => {
    const host = fakeHost({ stderr: TERMINAL })
    const progress = showProgress(host, { ...plan, name: 'x\u001b[31m' }, { onlyLive: false })
    progress.onEvent(started)
    progress.end()
    expect(host.err()).toContain('x‹U+001B›[31m')
  })
})

test.each([TERMINAL, {}])('nothing is shown before the scan has begun', (stderr) => {
  const host = fakeHost({ stderr })
  const progress = showProgress(host, plan, { onlyLive: false })
  progress.end()
  expect(host.err()).toBe('')
})

describe('progress without a terminal', () => {
  test('is a line for each visit, choice and gap', () => {
    const host = fakeHost()
    const progress = showProgress(host, plan, { onlyLive: false })
    progress.onEvent(started)
    host.wait(1234)
    progress.onEvent({ type: 'choice', run: 1, state: 'rejected', verdict: 'proven' })
    progress.onEvent(done)
    progress.onEvent({ type: 'gap', gap })
    host.interrupt()
    progress.end()
    expect(host.err()).toBe(
      [
        '   0.0 s  scanning Webinar funnel: 0 of 4 visits',
        '   1.2 s  Rejected: choice proven',
        '   1.2 s  Rejected: Opt-in (1 of 4 visits)',
        '   1.2 s  Rejected: gap: the page never went quiet',
        '   1.2 s  stopping',
        '',
      ].join('\n'),
    )
  })

  test('names the run where there are several', () => {
    const host = fakeHost()
    showProgress(host, { ...plan, runs: 2 }, { onlyLive: false }).onEvent(done)
    expect(host.err()).toContain('Rejected, run 1: Opt-in (1 of 8 visits)')
  })

  test.each([
    ['a program reads the output', {}],
    ['a program reads it and the terminal cannot move its cursor', { env: { TERM: 'dumb' }, stderr: TERMINAL }],
  ])('is silent when %s', (_, given) => {
    const host = fakeHost(given)
    const progress = showProgress(host, plan, { onlyLive: true })
    progress.onEvent(done)
    progress.end()
    expect(host.err()).toBe('')
  })
})
