import { expect, test } from 'vitest'
import { witnessRequests } from '../../../scanner/browser/witness.ts'
import { fakeSession, refusing } from '../../evidence/fake-session.ts'
import { paused } from '../../evidence/network-events.ts'

const BEACON = 'https://tracker.example/leave'

test('every address is watched on its way out, and on its way back what may outlive its page', async () => {
  const root = fakeSession()
  await witnessRequests(root.session)
  expect(root.sent).toEqual([
    {
      method: 'Fetch.enable',
      params: {
        handleAuthRequests: false,
        patterns: [
          { urlPattern: '*', requestStage: 'Request' },
          ...['Image', 'Ping', 'XHR', 'Fetch', 'CSPViolationReport', 'Other'].map((resourceType) => ({
            urlPattern: '*',
            requestStage: 'Response',
            resourceType,
          })),
        ],
      },
    },
  ])
})

test('each request is let on unchanged, and told', async () => {
  const root = fakeSession()
  const witness = await witnessRequests(root.session)
  const seen: string[] = []
  witness.onRequest(({ request }) => seen.push(request.url))
  root.tell('Fetch.requestPaused', paused('1', BEACON))
  expect(seen).toEqual([BEACON])
  expect(root.sent.at(-1)).toEqual({ method: 'Fetch.continueRequest', params: { requestId: 'interception-1' } })
})

test('a request is let on when nobody listens, and when a listener fails', async () => {
  const root = fakeSession()
  const witness = await witnessRequests(root.session)
  root.tell('Fetch.requestPaused', paused('1', BEACON))
  witness.onRequest(() => {
    throw new Error('a bug of a listener')
  })
  expect(() => root.tell('Fetch.requestPaused', paused('2', BEACON))).toThrow('a bug of a listener')
  expect(root.sent.filter(({ method }) => method === 'Fetch.continueRequest')).toHaveLength(2)
})

test('a request that is over by then is no failure', async () => {
  const root = fakeSession({ 'Fetch.continueRequest': refusing('Invalid InterceptionId.') })
  const witness = await witnessRequests(root.session)
  const seen: string[] = []
  witness.onRequest(({ request }) => seen.push(request.url))
  root.tell('Fetch.requestPaused', paused('1', BEACON))
  expect(seen).toEqual([BEACON])
})

test('who no longer listens is not told', async () => {
  const root = fakeSession()
  const witness = await witnessRequests(root.session)
  const seen: string[] = []
  witness.onRequest(({ request }) => seen.push(request.url))()
  root.tell('Fetch.requestPaused', paused('1', BEACON))
  expect(seen).toEqual([])
})
