import { expect, test } from 'vitest'
import { deviceReads } from '../../../scanner/collectors/device-reads.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'

const FRAME = { function: 'probe', url: 'https://fp.example/f.js', line: 3, column: 1 }

test('reads of one API by one document are one fact, with all its calls and the first stack', () => {
  const { pen, drafts, moments, at } = fakePen()
  const page = fakeTarget()
  const recording = deviceReads.begin(pen)
  recording.attach(page.target)
  at(5)
  page.call('Screen.width', [], { count: 1, stack: [FRAME] })
  at(9)
  page.call('Screen.width', [], { count: 2, stack: [] })
  page.call('Navigator.plugins', [], { count: 1 })
  recording.flush?.(false)
  expect(drafts('api-call').map(({ api, count, stack }) => [api, count, stack])).toEqual([
    ['Screen.width', 3, [FRAME]],
    ['Navigator.plugins', 1, []],
  ])
  expect(moments('api-call')[0]).toBe(5)
})

test('documents are told apart, and writers of cookies or storage are no reads', () => {
  const { pen, drafts } = fakePen()
  const page = fakeTarget()
  const recording = deviceReads.begin(pen)
  recording.attach(page.target)
  page.call('Screen.width', [], { count: 1, realm: 1 })
  page.call('Screen.width', [], { count: 1, realm: 2 })
  page.call('document.cookie', ['a=1'])
  recording.flush?.(false)
  recording.flush?.(true)
  expect(drafts('api-call').map(({ api, count }) => [api, count])).toEqual([
    ['Screen.width', 1],
    ['Screen.width', 1],
  ])
})

for (const [told, origin] of [
  ['https://shop.example', 'https://shop.example'],
  ['https://shop.example/workers/a.js', 'https://shop.example'],
  ['blob:https://shop.example/4f2a', 'https://shop.example'],
  [null, null],
] as const)
  test(`a read in a realm told as ${told} is of ${origin}`, () => {
    const { pen, drafts } = fakePen()
    const worker = fakeTarget({ type: 'worker' })
    const recording = deviceReads.begin(pen)
    recording.attach(worker.target)
    worker.call('WorkerNavigator.platform', [], { count: 1, origin: told })
    recording.flush?.(true)
    expect(drafts('api-call').map((call) => call.origin)).toEqual([origin])
  })
