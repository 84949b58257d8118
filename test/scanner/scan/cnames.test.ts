import { expect, test } from 'vitest'
import type { Draft } from '../../../scanner/collectors/collector.ts'
import { aliasesOf, type AskAlias } from '../../../scanner/scan/cnames.ts'
import { fakePen, type FakePen } from '../../evidence/fake-pen.ts'

const ZONE: Readonly<Record<string, string>> = {
  'data.shop.example': 'shop.tracker.example',
  'shop.tracker.example': 'eu.tracker.example',
  'loop.shop.example': 'pool.shop.example',
  'pool.shop.example': 'loop.shop.example',
}

function dns(asked: string[] = []): AskAlias {
  return async (host) => {
    asked.push(host)
    const alias = ZONE[host]
    if (host.startsWith('mute.')) throw Object.assign(new Error('queryCname ETIMEOUT'), { code: 'ETIMEOUT' })
    if (alias === undefined) throw Object.assign(new Error('queryCname ENODATA'), { code: 'ENODATA' })
    return [alias]
  }
}

const request = (url: string): Draft => ({
  kind: 'request',
  requestId: '1.1',
  url,
  method: 'GET',
  resourceType: 'fetch',
  fate: 'answered',
  status: 200,
  failure: null,
  fromCache: false,
  headers: {},
  responseHeaders: {},
  bodySha256: null,
  initiator: { type: 'script', url: null, line: null, stack: [] },
  target: { targetId: 'T', type: 'page', url: 'https://www.shop.example/' },
  frameId: null,
  redirectedFrom: null,
})

async function told(hosts: readonly string[], ask: AskAlias = dns()): Promise<FakePen> {
  const pen = fakePen()
  const aliases = aliasesOf('https://www.shop.example', ask)
  for (const host of hosts) aliases.noting(pen.pen).write(request(`https://${host}/x?y`))
  await aliases.tell(pen.pen)
  return pen
}

for (const [name, host, chain] of [
  ['an alias is followed to its end', 'data.shop.example', ['shop.tracker.example', 'eu.tracker.example']],
  ['a host with addresses of its own stands for itself', 'www.shop.example', []],
  ['aliases that go in circles end', 'loop.shop.example', ['pool.shop.example']],
] as const)
  test(name, async () => {
    expect((await told([host])).drafts('cname')).toEqual([{ kind: 'cname', host, chain }])
  })

test('only hosts of the site are asked for, each once', async () => {
  const asked: string[] = []
  const pen = fakePen()
  const aliases = aliasesOf('https://www.shop.example', dns(asked))
  for (const host of ['www.shop.example', 'ads.example', 'www.shop.example', 'shop.example.ads.example'])
    aliases.noting(pen.pen).write(request(`https://${host}/`))
  await aliases.tell(pen.pen)
  aliases.noting(pen.pen).write(request('https://www.shop.example/again'))
  await aliases.tell(pen.pen)
  expect(asked).toEqual(['www.shop.example'])
  expect(pen.drafts('request')).toHaveLength(5)
})

test('a host that nobody can tell of is a gap', async () => {
  const { drafts, gaps } = await told(['mute.shop.example', 'data.shop.example'])
  expect(drafts('cname').map(({ host }) => host)).toEqual(['data.shop.example'])
  expect(gaps).toMatchObject([{ kind: 'collector-failed', blinds: ['cname'] }])
  expect(gaps[0]?.reason).toContain('DNS did not tell what mute.shop.example stands for')
})
