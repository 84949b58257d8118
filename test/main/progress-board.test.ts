import { describe, expect, test } from 'vitest'
import { openBoard } from '../../main/progress-board.ts'
import type { Plan, ScanEvent } from '../../scanner/model.ts'
import { gap, plan } from '../scanner/samples.ts'

const at = { run: 1, state: 'rejected' } as const

function drawn(events: readonly ScanEvent[], of: Plan = plan): string {
  const board = openBoard(of)
  for (const event of events) board.note(event)
  return board.draw()
}

describe('the board of a running scan', () => {
  test('begins with every visit still to be made', () => {
    expect(drawn([])).toBe(
      [
        '           No choice   Rejected',
        'Opt-in     ·           ·',
        'Sales      ·           ·',
        'Choice',
        'Requests   0           0',
        'Stored     0           0',
      ].join('\n'),
    )
  })

  test('fills cell by cell and counts', () => {
    const board = drawn([
      { type: 'started', steps: ['optin', 'sales'], states: ['no-choice', 'rejected'], runs: 1 },
      { type: 'step-started', ...at, stepId: 'optin' },
      { type: 'observed', ...at, kind: 'request' },
      { type: 'observed', ...at, kind: 'request' },
      { type: 'observed', ...at, kind: 'cookie-write' },
      { type: 'observed', ...at, kind: 'screenshot' },
      { type: 'choice', ...at, verdict: 'proven' },
      { type: 'step-done', ...at, stepId: 'optin' },
      { type: 'step-started', ...at, stepId: 'sales' },
      { type: 'step-started', run: 1, state: 'no-choice', stepId: 'optin' },
    ])
    expect(board).toBe(
      [
        '           No choice   Rejected',
        'Opt-in     …           ●',
        'Sales      ·           …',
        'Choice                 proven',
        'Requests   0           2',
        'Stored     0           1',
      ].join('\n'),
    )
  })

  test('shows a page that could not be reached, and that something is missing', () => {
    const board = drawn([
      { type: 'step-started', ...at, stepId: 'sales' },
      { type: 'gap', gap: { ...gap, kind: 'step-failed', stepId: 'sales' } },
      { type: 'step-done', ...at, stepId: 'sales' },
    ])
    expect(board).toMatch(/^Sales {6}· {11}✗$/m)
    expect(board).toMatch(/^Gaps {7}0 {11}1$/m)
  })

  test('counts the runs where there are several', () => {
    const events: ScanEvent[] = [
      { type: 'step-done', ...at, stepId: 'optin' },
      { type: 'step-started', run: 2, state: 'rejected', stepId: 'optin' },
    ]
    expect(drawn(events, { ...plan, runs: 3 })).toMatch(/^Opt-in {5}· {11}1\/3 …$/m)
  })

  test('keeps its columns under wide letters and cuts long labels in the middle', () => {
    const [first, second] = plan.steps
    if (!first || !second) throw new Error('the sample lost its steps')
    const long = `https://shop.example/${'very-'.repeat(20)}long`
    const lines = drawn([], {
      ...plan,
      steps: [
        { ...first, label: '申し込み' },
        { ...second, label: long },
      ],
    }).split('\n')
    expect(lines[1]).toBe('申し込み                           ·           ·')
    expect(lines[2]).toMatch(/^https:\/\/\S+…\S+long {3}· {11}·$/)
  })

  test('tells how many visits are made', () => {
    const board = openBoard({ ...plan, runs: 2 })
    board.note({ type: 'step-done', ...at, stepId: 'optin' })
    expect(board.visits()).toBe('1 of 8 visits')
  })
})
