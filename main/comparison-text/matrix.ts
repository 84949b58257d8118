import { styleText } from 'node:util'
import CliTable from 'cli-table3'
import type { CellChange, ComparedCell, ComparedRow, ComparedState, Comparison } from '../../scanner/model.ts'
import { cutMiddle, visible } from '../../scanner/reports/foreign-text.ts'
import { CATEGORIES, CATEGORY_NAMES, STATE_NAMES } from '../../scanner/reports/names.ts'
import { counted } from '../../scanner/words.ts'
import { wrap } from '../wrap.ts'

export interface MatrixTextOptions {
  readonly width: number
  readonly colour: boolean
}

/** The matrix of differences for a terminal. Vendors that are the same are counted; the JSON has them. */
export function comparedMatrixText({ matrix, states, steps }: Comparison, options: MatrixTextOptions): string {
  const { width } = options
  const shown = matrix.filter(({ change }) => DIFFERENT.has(change))
  const amount = (...changes: readonly CellChange[]): number =>
    matrix.filter(({ change }) => changes.includes(change)).length
  const [same, unsaid] = [amount('same', 'none'), amount('not-compared')]
  const folded = [
    ...(same > 0 ? [`${counted(same, 'vendor')} the same wherever both scans saw`] : []),
    ...(unsaid > 0 ? [`${counted(unsaid, 'vendor')} that cannot be compared`] : []),
  ]
  const legend = [
    `Steps  ${steps.map(({ label, in: where }, index) => `${sign(index)} ${shortened(label, 24)}${where === 'both' ? '' : ` (${where === 'before' ? 'earlier' : 'later'} scan only)`}`).join('  ')}`,
    `Cells  ${GLYPHS.map(([change, glyph]) => `${glyph} ${WORDS[change]}`).join('  ')}${options.colour ? '' : '  ! would normally need consent, not given'}`,
  ]
  return [
    ...(shown.length === 0
      ? ['No vendor is new, gone or different on the pages that both scans saw.']
      : bandsPerTable(states, steps.length, width).map((bands) => tableOf(shown, bands, options))),
    ...(shown.length === 0 ? [] : [legend.map((line) => wrap(line, width)).join('\n')]),
    ...(folded.length === 0 ? [] : [`Not shown: ${folded.join(', ')}.`]),
  ].join('\n\n')
}

const DIFFERENT: ReadonlySet<CellChange> = new Set(['new', 'gone', 'changed', 'flapping'])

const GLYPHS: readonly (readonly [CellChange, string])[] = [
  ['new', '+'],
  ['gone', '⊘'],
  ['changed', 'Δ'],
  ['flapping', '~'],
  ['same', '='],
  ['none', '–'],
  ['not-compared', '?'],
]

const WORDS: Readonly<Record<CellChange, string>> = {
  new: 'new',
  gone: 'gone',
  changed: 'differs',
  flapping: 'comes and goes',
  same: 'the same',
  none: 'in neither',
  'not-compared': 'not compared',
}

function tableOf(rows: readonly ComparedRow[], bands: readonly ComparedState[], options: MatrixTextOptions): string {
  const { colour, width } = options
  const strong = (text: string): string => (colour ? styled('bold', text) : text)
  const steps = rows[0]?.cells.filter(({ state }) => state === bands[0]?.state) ?? []
  const signs = steps.map((_, index) => `${sign(index)} `).join('')
  const widths = bands.map(({ state }) => bandWidth(state, steps.length))
  const left = width - widths.reduce((sum, each) => sum + each + SPACE, 0)
  const names = Math.max(MIN_NAME, ...rows.map(({ name }) => shortened(name, 60).length + 2))
  const table = new CliTable({
    head: ['', ...bands.map(({ state }) => `${strong(STATE_NAMES[state])}\n${signs}`)],
    colWidths: [Math.max(MIN_NAME, Math.min(left, names)), ...widths],
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  for (const category of CATEGORIES) {
    const here = rows.filter((row) => row.category === category)
    if (here.length > 0) table.push([{ content: strong(CATEGORY_NAMES[category]), colSpan: bands.length + 1 }])
    for (const row of here)
      table.push([
        `  ${shortened(row.name, 60)}`,
        ...bands.map(({ state }) =>
          row.cells.flatMap((cell) => (cell.state === state ? [glyphOf(cell, colour)] : [])).join(''),
        ),
      ])
  }
  return table.toString().replace(/ +$/gm, '')
}

/** Two columns: what became of it, and whether what is there now should not be. */
function glyphOf({ change, after }: ComparedCell, colour: boolean): string {
  const glyph = GLYPHS.find(([each]) => each === change)?.[1] ?? '?'
  const isAlert = after.alert && (change === 'new' || change === 'changed')
  if (!colour) return `${glyph}${isAlert ? '!' : ' '}`
  if (isAlert) return `${styled(['bold', 'red'], glyph)} `
  return `${DIFFERENT.has(change) ? styled('bold', glyph) : styled('dim', glyph)} `
}

/** As many bands beside each other as there is room for. */
function bandsPerTable(
  states: readonly ComparedState[],
  steps: number,
  width: number,
): readonly (readonly ComparedState[])[] {
  const tables: ComparedState[][] = []
  let left = 0
  for (const state of states) {
    const needed = bandWidth(state.state, steps) + SPACE
    if (tables.length === 0 || needed > left) {
      tables.push([])
      left = width - MIN_NAME
    }
    tables.at(-1)?.push(state)
    left -= needed
  }
  return tables
}

function bandWidth(state: ComparedState['state'], steps: number): number {
  return Math.max(2 * steps, STATE_NAMES[state].length)
}

/** 1 to 9, then letters: one column each. */
function sign(index: number): string {
  return index < 35 ? (index + 1).toString(36) : '·'
}

function shortened(text: string, most: number): string {
  return cutMiddle(visible(cutMiddle(text, most)), most)
}

function styled(format: Parameters<typeof styleText>[0], text: string): string {
  return styleText(format, text, { validateStream: false })
}

const SPACE = 2
const MIN_NAME = 20

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
