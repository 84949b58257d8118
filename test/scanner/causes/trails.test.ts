import { expect, test } from 'vitest'
import { trailsOf } from '../../../scanner/causes/trails.ts'
import type { Finding } from '../../../scanner/model.ts'
import { cookieWrite, page, request } from '../../evidence/observations.ts'
import { by, scene } from '../../evidence/scene.ts'
import { META, SITE } from '../../evidence/vendors.ts'

const PAGE = 'https://shop.lab.example/'
const TAG = 'https://connect.facebook.net/en_US/fbevents.js'

const { evidence, sightings } = scene({
  seen: [
    by(SITE, request({ id: 'page', url: PAGE, resourceType: 'document', requestId: '1', at: 1 })),
    by(
      META,
      request({
        id: 'tag',
        url: TAG,
        resourceType: 'script',
        requestId: '2',
        at: 2,
        initiator: { type: 'parser', url: PAGE, line: 3, stack: [] },
      }),
    ),
    by(META, cookieWrite({ id: 'fbp', name: '_fbp', stack: [{ function: 'f', url: TAG, line: 7, column: 1 }], at: 5 })),
    by(META, cookieWrite({ id: 'unasked', name: '_fbc', at: 6 })),
    page({ id: 'shown', at: 7 }),
  ],
})
const finding = (...ids: readonly string[]) => ({ evidence: ids }) as Pick<Finding, 'evidence'> as Finding

test('what findings rest on has the way from the page to it, with names, requests and lines', () => {
  const trails = trailsOf(evidence, { findings: [finding('fbp', 'shown', 'gone'), finding('fbp', 'page')], sightings })
  expect([...trails.keys()]).toEqual(['fbp'])
  expect(trails.get('fbp')).toEqual([
    { kind: 'document', name: PAGE, vendor: SITE.name, observationId: 'page', requestId: '1', line: null },
    { kind: 'script', name: TAG, vendor: META.name, observationId: 'tag', requestId: '2', line: 3 },
    { kind: 'cookie', name: '_fbp', vendor: META.name, observationId: 'fbp', requestId: null, line: 7 },
  ])
})

test('without findings nothing is traced', () => {
  expect(trailsOf(evidence, { findings: [], sightings }).size).toBe(0)
})
