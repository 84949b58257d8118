import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { harOf } from '../../../scanner/har/har-of.ts'
import type { Evidence, RequestFact } from '../../../scanner/model.ts'
import { readBodies } from '../../../scanner/store/bodies.ts'
import { environment, observations, plan } from '../samples.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { harSchema } from './har-schema.ts'
import { imported, only } from './imported.ts'

const sample = observations.find(({ kind }) => kind === 'request')
if (sample?.kind !== 'request') throw new Error('there is no sample of a request')

function evidenceOf(
  ...facts: readonly (Partial<RequestFact> & { at?: number; state?: 'choosing' | 'rejected' })[]
): Evidence {
  const seen = facts.map(
    (fact, index) => ({ ...sample, ...fact, id: `r1-rejected-${index}` }) as Evidence['observations'][number],
  )
  return { plan, environment, observations: seen, gaps: [], files: [] }
}

const sha = 'b'.repeat(64)
const exported = (evidence: Evidence, bodies: ReadonlyMap<string, Uint8Array> = new Map()) => {
  const har = harOf(evidence, { state: 'rejected', run: 1, bodies })
  // As it is written.
  expect(harSchema.safeParse(JSON.parse(JSON.stringify(har))).error).toBeUndefined()
  return har.log
}

describe('an entry', () => {
  test('has its cookies filled in, both ways', () => {
    const { entries } = exported(
      evidenceOf({
        headers: { Cookie: 'a=1; b=x=y' },
        responseHeaders: {
          'Set-Cookie': 'c=3; Max-Age=86400; Path=/p; HttpOnly; Secure; SameSite=Lax\nd=4; Domain=lab.example',
        },
      }),
    )
    expect(entries[0]?.request.cookies).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: 'x=y' },
    ])
    expect(entries[0]?.response.cookies).toEqual([
      {
        name: 'c',
        value: '3',
        path: '/p',
        domain: 'shop.lab.example',
        expires: '2026-01-03T03:04:05.678Z',
        httpOnly: true,
        secure: true,
        sameSite: 'Lax',
      },
      { name: 'd', value: '4', path: '/', domain: '.lab.example', httpOnly: false, secure: false },
    ])
    expect(entries[0]?.response.headers.map(({ name }) => name)).toEqual(['Set-Cookie', 'Set-Cookie'])
  })

  test('has cookies of which only the write was recorded, on the hop that set them', () => {
    const write = observations.find(({ kind }) => kind === 'cookie-write')
    const chain = evidenceOf(
      { requestId: '1', status: 302, at: 1, url: 'https://a.example/x' },
      { requestId: '1#1', redirectedFrom: '1', at: 5, url: 'https://b.lab.example/y' },
      { requestId: '1#2', redirectedFrom: '1#1', at: 9, url: 'https://c.lab.example/z' },
    )
    const set = {
      ...write,
      id: 'w',
      state: 'rejected',
      at: 7,
      requestId: '1',
      setBy: 'http',
    } as Evidence['observations'][number]
    const { entries } = exported({ ...chain, observations: [...chain.observations, set] })
    expect(entries.map(({ response }) => response.cookies.map(({ name }) => name))).toEqual([[], ['_ga'], []])
    expect(entries[1]?.response.cookies[0]).toMatchObject({
      domain: '.lab.example',
      value: '',
      comment: `value not kept; salted SHA-256 ${'a'.repeat(64)}`,
    })
  })

  test('has the chain that caused it, as Chrome counts lines', () => {
    const frame = { function: 'f', url: 'https://a.example/a.js', line: 3, column: 1 }
    const { entries } = exported(
      evidenceOf({ initiator: { type: 'script', url: frame.url, line: 3, stack: [frame] }, resourceType: 'ping' }),
    )
    expect(entries[0]).toMatchObject({
      _resourceType: 'ping',
      _initiator: {
        type: 'script',
        url: frame.url,
        lineNumber: 2,
        stack: { callFrames: [{ functionName: 'f', url: frame.url, lineNumber: 2, columnNumber: 0 }] },
      },
    })
  })

  for (const [name, type, body, postData] of [
    ['text', 'text/plain', 'ä=1', { mimeType: 'text/plain', params: [], text: 'ä=1' }],
    [
      'a form',
      'application/x-www-form-urlencoded',
      'a=1&b=%20',
      {
        mimeType: 'application/x-www-form-urlencoded',
        params: [
          { name: 'a', value: '1' },
          { name: 'b', value: ' ' },
        ],
        text: 'a=1&b=%20',
      },
    ],
    [
      'gzip',
      'application/json',
      Buffer.from('1f8bff', 'hex'),
      { mimeType: 'application/json', params: [], text: 'H4v/', _encoding: 'base64' },
    ],
  ] as const)
    test(`has its body: ${name}`, () => {
      const bodies = new Map([[sha, Buffer.from(body)]])
      const { entries } = exported(
        evidenceOf({ method: 'POST', headers: { 'content-type': type }, bodySha256: sha }),
        bodies,
      )
      expect(entries[0]?.request.postData).toEqual(postData)
    })

  test('that was never answered says why, and is valid all the same', () => {
    const { entries } = exported(evidenceOf({ fate: 'blocked', status: null, failure: 'csp', responseHeaders: {} }))
    expect(entries[0]?.response).toMatchObject({ status: 0, _error: 'csp', cookies: [], redirectURL: '' })
  })
})

test('redirects are told hop by hop', () => {
  const { entries } = exported(
    evidenceOf(
      { requestId: '1', status: 302, responseHeaders: { location: '/b' } },
      { requestId: '1#1', redirectedFrom: '1', url: 'https://shop.lab.example/b' },
    ),
  )
  expect(entries.map(({ request, response }) => [request.url, response.status, response.redirectURL])).toEqual([
    ['https://shop.lab.example/', 302, '/b'],
    ['https://shop.lab.example/b', 200, ''],
  ])
})

test('pages are steps, the visit on which the choice was made apart, entries in the order they were sent', () => {
  const { pages, entries } = exported(
    evidenceOf({ at: 900, state: 'rejected' }, { at: 300, state: 'rejected' }, { at: 5, state: 'choosing' }),
  )
  expect(pages.map(({ id }) => id)).toEqual(['optin (choosing)', 'optin'])
  expect(entries.map(({ pageref, _tagtrail }) => [pageref, _tagtrail.observation])).toEqual([
    ['optin (choosing)', 'r1-rejected-2'],
    ['optin', 'r1-rejected-1'],
    ['optin', 'r1-rejected-0'],
  ])
})

for (const file of [
  'chrome.har',
  'firefox.har',
  'fiddler.har',
  'mitmproxy.har',
  'safari.har',
  'webpagetest.har',
  'bare.har',
])
  test(`what was imported from ${file}, exported and imported again, is the same`, async () => {
    const folder = await temporaryFolder()
    const out = join(folder, 'first')
    const first = await imported([file], { out })
    const bodies = await readBodies(
      out,
      only(first, 'request').flatMap(({ bodySha256 }) => bodySha256 ?? []),
    )
    const har = harOf(first, { state: 'no-choice', run: 1, bodies })
    expect(harSchema.safeParse(JSON.parse(JSON.stringify(har))).error).toBeUndefined()
    const path = join(folder, 'again.har')
    await writeFile(path, JSON.stringify(har))
    const again = await imported([path])
    const facts = (evidence: Evidence) => [
      only(evidence, 'request')
        .filter(({ run }) => run === 1)
        .map(
          ({
            requestId,
            url,
            method,
            resourceType,
            status,
            failure,
            bodySha256,
            initiator,
            redirectedFrom,
            headers,
            at,
            stepId,
          }) => ({
            requestId,
            url,
            method,
            resourceType,
            status,
            failure,
            bodySha256,
            initiator,
            redirectedFrom,
            headers,
            at,
            stepId,
          }),
        ),
      only(evidence, 'cookie-write').map(({ name, domain, effect, lifetimeDays }) => ({
        name,
        domain,
        effect,
        lifetimeDays,
      })),
    ]
    expect(facts(again)).toEqual(facts(first))
  })
