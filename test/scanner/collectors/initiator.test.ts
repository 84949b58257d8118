import type { Protocol } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { framesOf, initiatorOf } from '../../../scanner/collectors/initiator.ts'

const call = (functionName: string, lineNumber = 0, columnNumber = 0) => ({
  functionName,
  scriptId: '1',
  url: `https://shop.example/${functionName}.js`,
  lineNumber,
  columnNumber,
})

test('lines and columns are counted from one, as an editor shows them', () => {
  expect(framesOf({ callFrames: [call('send', 0, 41)] })).toEqual([
    { function: 'send', url: 'https://shop.example/send.js', line: 1, column: 42 },
  ])
})

test('async parents follow the call they caused, the innermost first', () => {
  const parent = { callFrames: [call('onReady')], parent: { callFrames: [call('main')] } }
  const stack = framesOf({ callFrames: [call('fire'), call('track')], parent })
  expect(stack.map((frame) => frame.function)).toEqual(['fire', 'track', 'onReady', 'main'])
})

test('no trace is no frames', () => {
  expect(framesOf(undefined)).toEqual([])
})

for (const [name, initiator, url, line] of [
  [
    'the parser names its document',
    { type: 'parser', url: 'https://shop.example/', lineNumber: 6 },
    'https://shop.example/',
    7,
  ],
  [
    'a script is named by its innermost call',
    { type: 'script', stack: { callFrames: [call('fire', 3), call('main')] } },
    'https://shop.example/fire.js',
    4,
  ],
  ['the browser itself names nobody', { type: 'other' }, null, null],
] satisfies [string, Protocol.Network.Initiator, string | null, number | null][])
  test(name, () => expect(initiatorOf(initiator)).toMatchObject({ type: initiator.type, url, line }))
