import { stripVTControlCharacters, styleText } from 'node:util'
import CliTable from 'cli-table3'
import type { Assessment, ConsentState, Mark, MatrixCell } from '../model.ts'
import { counted, lifetime } from '../words.ts'
import { cutMiddle, visible } from './foreign-text.ts'
import { cellsOf, longestLifetime, matrixGroups, verdictText } from './matrix-layout.ts'
import { CATEGORY_NAMES, MARK_NAMES, MARKS, STATE_NAMES } from './names.ts'

export interface TerminalOptions {
  /** Columns there are. */
  readonly width: number
  /** Without colour an exclamation mark says what red would. */
  readonly colour: boolean
}

/** The matrix for a terminal: vendors by consent state and step, what its marks mean, and how far it may be trusted. */
export function renderMatrix(assessment: Assessment, options: TerminalOptions): string {
  const width = Math.max(MIN_WIDTH, options.width)
  const tables = bandsPerTable(assessment, width).map((bands) => tableOf(assessment, bands, { ...options, width }))
  const steps = assessment.steps.map(({ label }, index) => `${stepSign(index)} ${shown(label, 24)}`)
  const marks = MARKS.map((mark) => `${GLYPHS[mark]} ${MARK_NAMES[mark]}`)
  const alert = `${options.colour ? styled('red', '◉') : '◉!'} would normally need consent, not given`
  return [
    ...(tables.length > 0 ? tables : ['No vendor was seen in what could be observed.']),
    [...flowed('Steps', steps, width), ...flowed('Marks', [...marks, alert], width)].join('\n'),
    verdicts(assessment, width).join('\n'),
    flowed('', coverage(assessment).split(' '), width, ' ').join('\n'),
  ].join('\n\n')
}

const GLYPHS: Readonly<Record<Mark, string>> = {
  stored: '●',
  both: '◉',
  sent: '○',
  present: '·',
  none: '–',
  blocked: '×',
  unseen: '?',
}

/** A consent state, and those of its steps that fit beside each other. */
interface Band {
  readonly state: ConsentState
  readonly from: number
  readonly to: number
}

function tableOf(assessment: Assessment, bands: readonly Band[], { width, colour }: TerminalOptions): string {
  const groups = matrixGroups(assessment)
  const names = groups.flatMap(({ rows }) => rows.map(({ name }) => columns(shown(name, 60)) + 2))
  const widths = bands.map(bandWidth)
  const left = width - LIFETIME - SPACE - widths.reduce((sum, each) => sum + each + SPACE, 0)
  const table = new CliTable({
    head: ['', '', ...bands.map((band) => headOf(band, colour))],
    colWidths: [Math.min(left, Math.max(MIN_NAME, ...names)), LIFETIME, ...widths],
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  for (const { category, rows } of groups) {
    const title = colour ? styled('bold', CATEGORY_NAMES[category]) : CATEGORY_NAMES[category]
    table.push([{ content: title, colSpan: bands.length + 2 }])
    for (const row of rows) {
      const cell = cellsOf(row)
      const days = longestLifetime(row)
      table.push([
        `  ${shown(row.name, 60)}`,
        days === null ? '' : lifetime(days.days),
        ...bands.map(({ state, from, to }) =>
          assessment.steps
            .slice(from, to)
            .map(({ id }) => glyphOf(cell(state, id), colour))
            .join(''),
        ),
      ])
    }
  }
  return trimmed(table.toString())
}

function headOf({ state, from, to }: Band, colour: boolean): string {
  const signs = Array.from({ length: to - from }, (_, index) => `${stepSign(from + index)} `).join('')
  return `${colour ? styled('bold', STATE_NAMES[state]) : STATE_NAMES[state]}\n${colour ? styled('dim', signs) : signs}`
}

/** Two columns: the mark, and whether it should not be. */
function glyphOf({ mark, alert }: MatrixCell, colour: boolean): string {
  const glyph = GLYPHS[mark]
  if (!colour) return `${glyph}${alert ? '!' : ' '}`
  if (alert) return `${styled(['bold', 'red'], glyph)} `
  return `${mark === 'unseen' || mark === 'blocked' ? glyph : styled('dim', glyph)} `
}

/** As many whole bands beside each other as there is room for; a band too long for a line is broken into parts. */
function bandsPerTable({ states, steps, matrix }: Assessment, width: number): readonly (readonly Band[])[] {
  if (matrix.length === 0) return []
  const room = width - MIN_NAME - LIFETIME - SPACE
  const longest = Math.max(1, Math.floor((room - SPACE) / 2))
  const tables: Band[][] = []
  let used = room
  for (const { state } of states) {
    for (let from = 0; from < steps.length; from += longest) {
      const band = { state, from, to: Math.min(steps.length, from + longest) }
      const needed = bandWidth(band) + SPACE
      if (used + needed > room) {
        tables.push([])
        used = 0
      }
      tables.at(-1)?.push(band)
      used += needed
    }
  }
  return tables
}

function bandWidth({ state, from, to }: Band): number {
  return Math.max(2 * (to - from), STATE_NAMES[state].length)
}

function verdicts({ states }: Assessment, width: number): readonly string[] {
  const label = Math.max(...states.map(({ state }) => STATE_NAMES[state].length)) + SPACE
  return states.map((state) => `${STATE_NAMES[state.state].padEnd(label)}${shown(verdictText(state), width - label)}`)
}

function coverage({ coverage: { visits, gaps, counts, notCovered } }: Assessment): string {
  const made = visits.filter(({ visited }) => visited)
  const loud = made.filter(({ quiet }) => !quiet).length
  return [
    `Covered: ${made.length} of ${counted(visits.length, 'page visit')}${loud > 0 ? `, ${loud} never went quiet` : ''}`,
    `${counted(counts.requests, 'request')}, ${counted(counts.cookies, 'cookie')}, ${counted(counts.storage, 'storage item')}`,
    `${counted(gaps.length, 'gap')} in the evidence`,
    `not covered: ${counted(notCovered.length, 'point')}, listed in the report.`,
  ].join('; ')
}

/** Items one after the other, broken between them, under a label. */
function flowed(label: string, items: readonly string[], width: number, between = '  '): readonly string[] {
  const indent = label === '' ? '' : ' '.repeat(label.length + SPACE)
  const lines = [label === '' ? '' : label.padEnd(indent.length)]
  for (const [index, item] of items.entries()) {
    const part = index === items.length - 1 ? item : `${item}${between}`
    const line = lines.at(-1) ?? ''
    const isFirst = line.length === indent.length
    if (!isFirst && columns(line) + columns(part.trimEnd()) > width) lines.push(`${indent}${part}`)
    else lines[lines.length - 1] = `${line}${part}`
  }
  return lines.map((line) => line.trimEnd())
}

/** 1 to 9, then letters: one column each. */
function stepSign(index: number): string {
  return index < 35 ? (index + 1).toString(36) : '·'
}

function shown(text: string, most: number): string {
  return cutMiddle(visible(cutMiddle(text, most)), most)
}

/** Columns a text takes, never too few: wide letters and pictures take two. */
function columns(text: string): number {
  const plain = stripVTControlCharacters(text)
  return plain.length + (plain.match(WIDE)?.length ?? 0)
}

function styled(format: Parameters<typeof styleText>[0], text: string): string {
  return styleText(format, text, { validateStream: false })
}

function trimmed(text: string): string {
  return text.replace(/ +$/gm, '')
}

const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]/gu

const SPACE = 2
const LIFETIME = 10
const MIN_NAME = 18
/** Narrower terminals break the lines themselves. */
const MIN_WIDTH = 48

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}
