import { expect, test } from 'vitest'
import { causeLinks, effectsOf } from '../../../main/service/cause-links.ts'
import type { OpenedEvidence } from '../../../main/service/opened-scans.ts'
import type { Initiator } from '../../../scanner/model.ts'
import { apiCall, cookie, cookieWrite, request, storageWrite } from '../../evidence/observations.ts'
import { by, scene, type Seen } from '../../evidence/scene.ts'
import { META, SITE, TAG_MANAGER } from '../../evidence/vendors.ts'

const PAGE = 'https://shop.lab.example/'
const GTM = 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC123'
const TAG = 'https://connect.facebook.net/en_US/fbevents.js'
const GONE = 'https://cached.example/sw.js'

const frames = (...urls: readonly string[]) => urls.map((url) => ({ function: 'f', url, line: 7, column: 1 }))
const made = (...urls: readonly string[]): { readonly initiator: Initiator } => ({
  initiator: { type: 'script', url: urls[0] ?? null, line: 7, stack: frames(...urls) },
})
const inPage: { readonly initiator: Initiator } = { initiator: { type: 'parser', url: PAGE, line: 3, stack: [] } }

const seen: readonly Seen[] = [
  by(SITE, request({ id: 'page', url: PAGE, resourceType: 'document', requestId: '1', at: 1 })),
  by(TAG_MANAGER, request({ id: 'gtm', url: GTM, resourceType: 'script', requestId: '2', at: 2, ...inPage })),
  by(META, request({ id: 'tag', url: TAG, resourceType: 'script', requestId: '3', at: 3, ...made(GTM) })),
  by(META, request({ id: 'pixel', url: 'https://www.facebook.com/tr', requestId: '4', at: 4, ...made(TAG, GTM) })),
  by(META, cookieWrite({ id: 'fbp', name: '_fbp', stack: frames(TAG), at: 5 })),
  by(META, cookieWrite({ id: 'fbc', name: '_fbc', stack: frames(TAG), at: 6 })),
  by(META, cookie({ id: 'kept', name: '_fbp', at: 9 })),
  by(META, storageWrite({ id: 'stored', stack: frames(GONE), at: 7 })),
  by(META, apiCall({ id: 'read', stack: frames(GONE), at: 8 })),
]

function opened(): OpenedEvidence {
  const { evidence, sightings } = scene({ seen })
  const byId = new Map(evidence.observations.map((each) => [each.id, each]))
  const sightingOf = new Map(sightings.flatMap((each) => each.observations.map((id) => [id, each] as const)))
  return { ...evidence, byId, sightingOf }
}

test('a cookie in the jar leads back to the page, link by link, with whose each is and how it came', () => {
  const links = causeLinks('kept', opened())
  expect(links.map(({ is, title, vendorId, how, line }) => [is, title, vendorId, how, line])).toEqual([
    ['document', PAGE, SITE.vendorId, null, null],
    ['container', 'GTM-ABC123', TAG_MANAGER.vendorId, 'named', 3],
    ['script', TAG, META.vendorId, 'called', 7],
    ['cookie', '_fbp', META.vendorId, 'called', 7],
    ['cookie', '_fbp', META.vendorId, 'kept', null],
  ])
})

test('a script says how much it led to, code first; a container is not made to answer for what its tags did', () => {
  const [page, container, script] = causeLinks('fbp', opened())
  expect([page?.led, container?.led, script?.led]).toEqual([
    [{ is: 'container', count: 1 }],
    [{ is: 'script', count: 1 }],
    [
      { is: 'request', count: 1 },
      { is: 'cookie', count: 2 },
    ],
  ])
})

test('what it led to comes in parts, in the order of time, with the others on the stack', () => {
  const { total, items } = effectsOf('tag', opened(), { offset: 0, limit: 2 })
  expect([total, items.map(({ observationId }) => observationId)]).toEqual([3, ['pixel', 'fbp']])
  expect(items.map(({ others }) => others)).toEqual([['GTM-ABC123'], []])
  expect(effectsOf('fbp', opened(), { offset: 0, limit: 2 }).items).toEqual([])
})

test('code that nobody saw arriving has no proof of its own, and still tells what it led to', () => {
  const [code] = causeLinks('read', opened())
  expect(code).toMatchObject({ title: GONE, observationId: null, at: null, led: [{ count: 1 }, { count: 1 }] })
  const { items } = effectsOf(code?.id ?? '', opened(), { offset: 0, limit: 9 })
  expect(items.map(({ observationId }) => observationId)).toEqual(['stored', 'read'])
})

test('what neither causes nor is caused has no links', () => {
  expect(causeLinks('nowhere', opened())).toEqual([])
})
