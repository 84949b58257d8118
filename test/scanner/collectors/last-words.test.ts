import { expect, test } from 'vitest'
import { lastWords } from '../../../scanner/collectors/last-words.ts'
import type { RequestFact } from '../../../scanner/model.ts'
import { fakePen, type FakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'
import { paused, requestTo, willBeSent } from '../../evidence/network-events.ts'

const BEACON = 'https://tracker.example/leave'

interface Recorded extends FakePen {
  told(id: string): void
  witness(...seen: Parameters<typeof paused>): void
  flush(isLast?: boolean): void
  facts(): readonly RequestFact[]
}

function recording(): Recorded {
  const pen = fakePen()
  const { target, tell } = fakeTarget()
  const recorded = lastWords.begin(pen.pen)
  recorded.attach(target)
  return {
    ...pen,
    told: (id) => tell('Network.requestWillBeSent', willBeSent(id, BEACON)),
    witness: (...seen) => recorded.witness?.(paused(...seen), { browser: target.session, browserContextId: 'C1' }),
    flush: (isLast = false) => recorded.flush?.(isLast),
    facts: () => pen.drafts('request'),
  }
}

test('what only the browser process saw is written, stamped when it was sent as a last word', () => {
  const seen = recording()
  seen.at(40)
  seen.witness('1', BEACON)
  seen.at(90)
  seen.flush(true)
  expect(seen.written).toMatchObject([
    {
      at: 40,
      isLastWord: true,
      draft: { kind: 'request', requestId: '1', url: BEACON, method: 'POST', fate: 'sent', resourceType: 'ping' },
    },
  ])
})

for (const [name, story] of [
  ['before the browser process', ['told', 'witness']],
  ['after the browser process', ['witness', 'told']],
  ['after a flush', ['witness', 'flush', 'told']],
  ['before the page ended, and the browser process after', ['told', 'flush', 'witness']],
] as const)
  test(`what a target tells ${name} is left to it`, () => {
    const seen = recording()
    for (const part of story)
      ({ told: () => seen.told('1'), witness: () => seen.witness('1', BEACON), flush: () => seen.flush() })[part]()
    seen.flush()
    seen.flush(true)
    expect(seen.written).toEqual([])
  })

test('what nobody told by the second flush is written then, once', () => {
  const seen = recording()
  seen.witness('1', BEACON)
  seen.flush()
  expect(seen.written).toEqual([])
  seen.flush()
  expect(seen.written).toHaveLength(1)
  seen.flush(true)
  expect(seen.written).toHaveLength(1)
})

test('its answer is told with it', () => {
  const seen = recording()
  seen.witness('1', BEACON)
  seen.witness('1', BEACON, { responseStatusCode: 204, responseHeaders: [{ name: 'via', value: 'x' }] })
  seen.flush(true)
  expect(seen.facts()).toMatchObject([{ fate: 'answered', status: 204, responseHeaders: { via: 'x' } }])
})

test('its failure is told with it', () => {
  const seen = recording()
  seen.witness('1', BEACON)
  seen.witness('1', BEACON, { responseErrorReason: 'ConnectionRefused' })
  seen.flush(true)
  expect(seen.facts()).toMatchObject([{ fate: 'failed', failure: 'ConnectionRefused', status: null }])
})

for (const end of [{ responseStatusCode: 200 }, { responseErrorReason: 'Aborted' }] as const)
  test(`an end without a beginning is none of ours: ${Object.keys(end)[0]}`, () => {
    const seen = recording()
    seen.witness('1', BEACON, end)
    seen.flush(true)
    expect(seen.written).toEqual([])
  })

test('its body is kept', () => {
  const seen = recording()
  const postDataEntries = [{ bytes: Buffer.from('bye').toString('base64') }]
  seen.witness('1', BEACON, { request: requestTo(BEACON, { method: 'POST', hasPostData: true, postDataEntries }) })
  seen.flush(true)
  expect(seen.facts()).toMatchObject([{ bodySha256: 'body-1' }])
  expect(seen.kept.get('body-1')).toBe('bye')
})

test('two requests to one address are two', () => {
  const seen = recording()
  seen.witness('1', BEACON)
  seen.witness('2', BEACON)
  seen.flush(true)
  expect(seen.facts().map(({ requestId }) => requestId)).toEqual(['1', '2'])
})
