import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { Assessment } from '../../../scanner/model.ts'
import { renderMatrix } from '../../../scanner/reports/terminal-matrix.ts'
import { hostileReport } from './hostile.ts'
import { sampleReport } from './sample.ts'

const { assessment } = sampleReport()
const plain = (given: Assessment = assessment, width = 100) => renderMatrix(given, { width, colour: false })

test('a row reads as a visitor goes: bands by state, in each a mark for each step', () => {
  const lines = plain().split('\n')
  expect(lines[0]).toMatch(/^ +No choice {3}Rejected {4}Accepted$/)
  expect(lines[1]?.trim()).toBe('1 2 3 4 5   1 2 3 4 5   1 2 3 4 5')
  expect(line('Kartra')).toMatch(/395 days +◉!– – – – {3}– – – – – {3}◉ ◉ ◉ ◉ ◉$/)
  expect(line('Google Ads')).toMatch(/– – – – – {3}× – – – – {3}◉ ◉ ◉ ◉ ◉$/)
  expect(line('TikTok Pixel')).toMatch(/– – – – \? {3}– – – – – {3}◉ – ◉ – ◉$/)
})

test('vendors stand under their category', () => {
  const heads = plain()
    .split('\n')
    .filter((each) => /^[A-Z][a-z]+$/.test(each))
  expect(heads).toEqual(['Marketing', 'Analytics', 'Unclassified', 'Functional', 'Necessary'])
})

test('steps, marks, verdicts and coverage are explained below', () => {
  const text = plain()
  expect(text).toContain('Steps  1 Opt-in  2 Thank you  3 Offer  4 Checkout  5 Travel kit')
  expect(text).toContain('Rejected   proven, 4 signals')
  expect(text.replace(/\n/g, ' ')).toContain('Covered: 15 of 15 page visits, 1 never went quiet; 148 requests')
  for (const glyph of [
    '◉ stored and sent',
    '● stored',
    '○ request sent',
    '– nothing',
    '× blocked',
    '? could not',
    '◉! would normally need consent',
  ])
    expect(text).toContain(glyph)
})

test('with colour the same marks stand in the same places, and red replaces the exclamation mark', () => {
  const coloured = renderMatrix(assessment, { width: 100, colour: true })
  expect(coloured).toContain('\u001B[31m◉')
  const withoutMarks = (text: string) => text.replace(/◉!/g, '◉ ').replace(/ +$/gm, '').split('\n').slice(0, 18)
  expect(withoutMarks(stripVTControlCharacters(coloured))).toEqual(withoutMarks(plain()))
})

test('without colour there is not one escape sequence', () => {
  expect(plain()).not.toContain('\u001B')
})

for (const width of [48, 60, 80, 100, 200]) {
  test(`no line is longer than ${width} columns, and every band is there`, () => {
    const text = plain(assessment, width)
    expect(text.split('\n').filter((each) => each.length > width)).toEqual([])
    for (const name of ['No choice', 'Rejected', 'Accepted']) expect(text).toMatch(new RegExp(`^ {20,}.*${name}`, 'm'))
  })
}

test('a funnel too long for a line is broken into parts, and no step is lost', () => {
  const steps = Array.from({ length: 40 }, (_, index) => ({
    id: `s${index}`,
    label: `Page ${index + 1}`,
    role: 'page' as const,
  }))
  const [row] = assessment.matrix
  if (!row) throw new Error('the sample has no row')
  const cells = steps.map(({ id }) => ({
    state: 'no-choice' as const,
    stepId: id,
    mark: 'sent' as const,
    alert: false,
    observations: [],
  }))
  const text = plain({ ...assessment, steps, matrix: [{ ...row, name: 'Tag', cells }] }, 80)
  expect(text.split('\n').filter((each) => each.length > 80)).toEqual([])
  const marks = text
    .split('\n')
    .filter((each) => each.includes('  Tag'))
    .join('')
  expect(marks.match(/○/g)).toHaveLength(40)
})

test('wide letters and pictures keep the columns in line', () => {
  const [row, second] = assessment.matrix
  if (!row || !second) throw new Error('the sample has no rows')
  const text = plain({ ...assessment, matrix: [{ ...row, name: '日本語の会社 🚀' }, second] })
  const wide = text.split('\n').find((each) => each.includes('日本語'))
  const narrow = text.split('\n').find((each) => each.includes(second.name))
  // Six letters and the rocket of two columns each; the rocket is two units already.
  expect((wide?.indexOf('days') ?? 0) + 6).toBe(narrow?.indexOf('days'))
})

test('a hostile site cannot drive the terminal or fake a line', () => {
  const { assessment: hostile } = hostileReport(sampleReport())
  const text = plain(hostile)
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
  expect(text).not.toMatch(/^fake line/m)
  expect(text.length).toBeLessThan(20_000)
})

test('a scan that saw no vendor still says what was covered', () => {
  const text = plain({ ...assessment, matrix: [] })
  expect(text).toMatch(/^No vendor was seen in what could be observed\./)
  expect(text).toContain('Covered: 15 of 15 page visits')
})

function line(name: string): string {
  return (
    plain()
      .split('\n')
      .find((each) => each.trim().startsWith(name)) ?? ''
  )
}
