import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageErrors } from '../../../scanner/collectors/page-errors.ts'
import type { PageError } from '../../../scanner/model.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'

const told = (errors: readonly PageError[] | undefined) =>
  errors?.map(({ how, text, url, line, count }) => `${count} ${how} ${text} ${url} ${line}`).toSorted()

describe('on a real page', () => {
  const SOUND = `
    const length = 8000, bytes = new Uint8Array(44 + length), view = new DataView(bytes.buffer)
    const word = (at, text) => { for (let i = 0; i < 4; i++) bytes[at + i] = text.charCodeAt(i) }
    word(0, 'RIFF'); word(8, 'WAVE'); word(12, 'fmt '); word(36, 'data')
    const numbers = [[4, 36 + length], [16, 16], [24, 8000], [28, 8000], [40, length]]
    for (const [at, number] of numbers) view.setUint32(at, number, true)
    for (const [at, number] of [[20, 1], [22, 1], [32, 1], [34, 8]]) view.setUint16(at, number, true)
    document.querySelector('audio').src = URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }))`
  let real: RealBrowser
  beforeAll(async () => {
    real = await openRealBrowser({
      pages: {
        'shop.example/': `<!doctype html><audio></audio><script>${SOUND}</script>
<script>
  console.error('no price', 7, { of: 'x' }); console.warn('never mind')
  for (let i = 0; i < 3; i++) setTimeout(() => missing.field)
  Promise.reject(new Error('not loaded'))
  new Worker(URL.createObjectURL(new Blob(['throw new Error("worker failed")'])))
</script>
<iframe src="https://widget.example/box"></iframe><script src="/app.js?v=7"></script>`,
        'shop.example/app.js': 'null.price',
        'widget.example/box': `<script>throw new RangeError('framed\\nand more')</script>`,
        'shop.example/quiet': '<p>Nothing here.</p>',
      },
    })
  }, 60_000)
  afterAll(() => real.close())

  test('what was thrown, rejected and logged is told once each, of frames and workers too, and what plays', async () => {
    const visit = await real.visit()
    await visit.goTo('https://shop.example/')
    await expect
      .poll(() => visit.observing.snapshot().then(() => visit.drafts('players').at(-1)?.players))
      .toEqual([{ page: 'https://shop.example/', source: 'blob:', hasMedia: true, played: false }])
    expect(told(visit.drafts('page-errors').flatMap(({ errors }) => errors))).toEqual([
      '1 logged no price 7 Object https://shop.example/ 10',
      '1 rejected Error: not loaded https://shop.example/ 12',
      expect.stringMatching(/^1 thrown Error: worker failed blob:https:\/\/shop\.example\/[-\w]+ 1$/),
      '1 thrown RangeError: framed https://widget.example/box 1',
      "1 thrown TypeError: Cannot read properties of null (reading 'price') https://shop.example/app.js 1",
      '3 thrown ReferenceError: missing is not defined https://shop.example/ 11',
    ])
  })

  test('a page on which nothing fails and nothing plays is told as such', async () => {
    const visit = await real.visit()
    await visit.goTo('https://shop.example/quiet')
    await visit.observing.snapshot()
    expect(visit.drafts('page-errors')).toEqual([{ kind: 'page-errors', errors: [], isCut: false }])
    expect(visit.drafts('players')).toEqual([{ kind: 'players', players: [], isCut: false }])
  })
})

const thrown = (text: string, executionContextId = 1) => ({
  timestamp: 1,
  exceptionDetails: {
    exceptionId: 1,
    text: 'Uncaught',
    lineNumber: 0,
    columnNumber: 0,
    executionContextId,
    exception: { type: 'string' as const, value: text },
  },
})

test('errors in worlds of ours are none of the page', () => {
  const { pen, drafts } = fakePen()
  const page = fakeTarget()
  const recording = pageErrors.begin(pen)
  recording.attach(page.target)
  const context = { id: 7, origin: '', name: 'ours', uniqueId: '', auxData: { isDefault: false } }
  page.tell('Runtime.executionContextCreated', { context })
  page.tell('Runtime.exceptionThrown', thrown('our own', 7))
  recording.flush?.(true)
  expect(drafts('page-errors')).toEqual([])
})

test('a page that fails in ever new ways is cut, and that is a gap', () => {
  const { pen, drafts, gaps } = fakePen()
  const page = fakeTarget()
  const recording = pageErrors.begin(pen)
  recording.attach(page.target)
  for (let i = 0; i < 60; i++) page.tell('Runtime.exceptionThrown', thrown(`${i} ${'x'.repeat(1000)}`))
  recording.flush?.(false)
  const [fact] = drafts('page-errors')
  expect([fact?.errors.length, fact?.isCut, fact?.errors[0]?.text.length]).toEqual([50, true, 301])
  expect(gaps).toEqual([
    { kind: 'not-recorded', blinds: ['page-errors'], reason: 'page-errors: more than 50 different ones on one page' },
  ])
})
