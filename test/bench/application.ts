import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { builtNow } from '../../main/built.ts'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { nameOfLarge, addLargeScan } from '../evidence/large-scan.ts'
import { startBuilt, startByNpm, type MeasuredProgram } from './measured-program.ts'
import { clickUntil, memoryOf, usable, type Sign, type WindowMemory } from './measured-window.ts'
import { framesWhileScrolling, type Frames } from './scrolling.ts'

const LARGE = 50_000
const LARGEST = 100_000
const ROUNDS = 5
const SCROLL_MS = 2500
/** What the product promises, on two idle cores. */
const PROMISED = { startMs: 2000, openMs: 1000, memoryMb: 300, delayMs: 100 }

interface Round {
  readonly startMs: Readonly<Record<'address' | 'usable', number>>
  readonly openMs: Readonly<Record<'matrix' | 'requests' | 'drawer' | 'timeline', number>>
  readonly delayMs: number
  readonly memory: WindowMemory
}

/** The built application behind its loopback host, in a real browser that runs already: from its start to a large result. */
export async function* openingTheApplication(): AsyncGenerator<string> {
  if (!builtNow()) throw new Error('the application could not be built')
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-bench-'))
  await addLargeScan(folder, LARGE)
  await addLargeScan(folder, LARGEST)
  const { path, env } = await provideBrowser()
  const browser = await puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    pipe: true,
    defaultViewport: { width: 1360, height: 860 },
  })
  try {
    const byNpm: number[] = []
    const rounds: Round[] = []
    // The first makes the catalog and warms browser and disk up.
    for (let turn = 0; turn <= ROUNDS; turn++) {
      byNpm.push(await usableByNpm(browser, folder))
      rounds.push(await roundOf(browser, folder))
    }
    yield* told(byNpm.slice(1), rounds.slice(1))
    yield* scrollingTold(browser, folder)
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function usableByNpm(browser: Browser, folder: string): Promise<number> {
  const begun = performance.now()
  return withWindow(browser, startByNpm(folder), async () => performance.now() - begun)
}

async function roundOf(browser: Browser, folder: string): Promise<Round> {
  const begun = performance.now()
  const program = startBuilt(folder)
  const address = program.address.then(() => performance.now() - begun)
  return withWindow(browser, program, async (page) => {
    const startMs = { address: await address, usable: performance.now() - begun }
    await program.worstDelayMs()
    const open = { selector: 'main article a', text: nameOfLarge(LARGE) }
    const matrix = await clickUntil(page, open, { selector: 'main table tbody tr td' })
    const requests = await clickUntil(page, tab('requests'), firstRowOf('Requests'))
    const drawer = await clickUntil(page, ROW, { selector: '[role=dialog] [role=treeitem]' })
    const timeline = await clickUntil(page, tab('timeline'), firstRowOf('Timeline'))
    const delayMs = await program.worstDelayMs()
    return { startMs, openMs: { matrix, requests, drawer, timeline }, delayMs, memory: await memoryOf(browser, page) }
  })
}

/** In turns with a list that the browser scrolls by itself, for a busy machine paints that late as well. */
async function* scrollingTold(browser: Browser, folder: string): AsyncGenerator<string> {
  const plain = await browser.newPage()
  await plain.setContent(plainList())
  const turns = await withWindow(browser, startBuilt(folder), async (page) => {
    await clickUntil(page, { selector: 'main article a', text: nameOfLarge(LARGEST) }, { selector: 'main table td' })
    await clickUntil(page, tab('timeline'), firstRowOf('Timeline'))
    const all: { readonly bare: Frames; readonly table: Frames }[] = []
    for (let turn = 0; turn < ROUNDS; turn++) {
      await plain.bringToFront()
      const bare = await framesWhileScrolling(plain, SCROLL_MS)
      await page.bringToFront()
      all.push({ bare, table: await framesWhileScrolling(page, SCROLL_MS) })
    }
    return all
  })
  await plain.close()
  for (const [name, frames] of [
    [`a table of ${LARGEST} rows`, turns.map(({ table }) => table)],
    ['a plain list', turns.map(({ bare }) => bare)],
  ] as const) {
    const of = (what: keyof Frames): number => median(frames.map((each) => each[what]))
    const percent = (what: 'within17' | 'within33'): string => `${Math.round(100 * of(what))} %`
    yield `application, scrolling ${name}: ${percent('within17')} of the frames within 17 ms, ${percent('within33')} within 33; median ${of('medianMs').toFixed(1)} ms, worst ${of('worstMs').toFixed(0)}; longest task ${of('longestTaskMs').toFixed(0)} ms; ${of('amount')} frames`
  }
  const ratio = median(turns.map(({ bare, table }) => table.amount / bare.amount))
  yield `  frames of the table / of the plain list: ${ratio.toFixed(2)}, promised 60 a second where the plain list has as many`
}

/** As high, as wide and as full of text as our rows, with nothing of ours behind it. */
function plainList(): string {
  const text = 'no choice, page, main, request https://www.google-analytics.com/g/collect?v=2&tid=G-AB12CD34, GET 200, '
  const rows = Array.from({ length: 3000 }, (_, at) => `<p>${at} s, ${text.repeat(2)}</p>`)
  return `<style>
    main { height: 540px; margin: 240px 20px; overflow: auto; contain: strict; background: #fff }
    p { margin: 0; height: 32px; font: 13px/32px sans-serif; border-bottom: 1px solid #ddd; white-space: nowrap }
  </style><main>${rows.join('')}</main>`
}

async function withWindow<T>(browser: Browser, program: MeasuredProgram, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage()
  try {
    await page.goto(await program.address)
    await usable(page, nameOfLarge(LARGE))
    return await use(page)
  } finally {
    await page.close()
    await program.end()
  }
}

const ROW = { selector: '[role=row][aria-rowindex="4"]' }

/** With its time in seconds, which a row on its way has not. */
function firstRowOf(table: string): Sign {
  return { selector: `[role=table][aria-label="${table}"] [role=row][aria-rowindex="2"]`, text: ' s' }
}

function tab(name: string): { readonly selector: string } {
  return { selector: `[role=tab][id$="-tab-${name}"]` }
}

function* told(byNpm: readonly number[], rounds: readonly Round[]): Generator<string> {
  const load = `load of the machine ${loadavg()[0]?.toFixed(1)}`
  yield `application, from "npm start" to a window with its scans: ${ms(byNpm)}; promised ${PROMISED.startMs} (${load})`
  yield `  without npm: address after ${ms(rounds.map(({ startMs }) => startMs.address))}, window ${ms(rounds.map(({ startMs }) => startMs.usable))}`
  yield `application, from a click to the matrix of ${LARGE} observations: ${ms(rounds.map(({ openMs }) => openMs.matrix))}; promised ${PROMISED.openMs}`
  for (const what of ['requests', 'drawer', 'timeline'] as const)
    yield `  then ${what}: ${ms(rounds.map(({ openMs }) => openMs[what]))}`
  yield `  longest the program answered nobody meanwhile: ${ms(rounds.map(({ delayMs }) => delayMs))}; wanted ${PROMISED.delayMs}`
  const memory = (what: keyof WindowMemory): string => median(rounds.map((round) => round.memory[what])).toFixed(0)
  yield `application, memory of the window then: ${memory('ownMb')} MB of its own, ${memory('withShareMb')} MB with its share of what is shared, ${memory('valuesMb')} MB of values; promised ${PROMISED.memoryMb}`
}

function ms(times: readonly number[]): string {
  return `${median(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(', ')})`
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
}
