import { describe, expect, test } from 'vitest'
import { bringerOf } from '../../../scanner/causes/bringer.ts'
import type { Initiator } from '../../../scanner/model.ts'
import { cookieWrite, request, storageWrite } from '../../evidence/observations.ts'
import { by, scene, type Seen } from '../../evidence/scene.ts'
import { CLARITY, META, SITE, TAG_MANAGER } from '../../evidence/vendors.ts'

const PAGE = 'https://shop.lab.example/'
const GTM = 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC123'
const TAG = 'https://www.clarity.ms/tag/abc'
const CODE = 'https://scripts.clarity.ms/0.7/clarity.js'

const frames = (...urls: readonly string[]) => urls.map((url) => ({ function: 'f', url, line: 1, column: 1 }))
const made = (...urls: readonly string[]): { readonly initiator: Initiator } => ({
  initiator: { type: 'script', url: urls[0] ?? null, line: 1, stack: frames(...urls) },
})
const byPage: { readonly initiator: Initiator } = { initiator: { type: 'parser', url: PAGE, line: 3, stack: [] } }

const document = by(SITE, request({ url: PAGE, resourceType: 'document', requestId: '1' }))
const container = by(TAG_MANAGER, request({ url: GTM, resourceType: 'script', requestId: '2', ...byPage }))
const load = (of: Partial<Parameters<typeof request>[0]>) =>
  by({ ...CLARITY, purpose: 'load' }, request({ url: TAG, resourceType: 'script', requestId: '3', ...of }))
const code = by(
  { ...CLARITY, purpose: 'load' },
  request({ url: CODE, resourceType: 'script', requestId: '4', ...made(TAG) }),
)

const bringer = (of: Seen, ...others: readonly Seen[]) => {
  const { evidence, sightings } = scene({ seen: [of, ...others] })
  const [sighting] = sightings
  return sighting ? bringerOf(evidence, sightings)(sighting) : undefined
}

describe('who brought it', () => {
  for (const [name, seen, expected] of [
    ['the page whose HTML names the script', [load(byPage), document], { kind: 'page', name: 'shop.lab.example/' }],
    [
      'the container that injected it',
      [load(made(GTM)), container, document],
      { kind: 'container', name: 'GTM-ABC123' },
    ],
    [
      'behind the scripts of the vendor itself',
      [by(CLARITY, cookieWrite({ stack: frames(CODE) })), code, load(made(GTM)), container],
      { kind: 'container', name: 'GTM-ABC123' },
    ],
    [
      'behind the answer that set the cookie',
      [by(CLARITY, cookieWrite({ setBy: 'http', requestId: '3' })), load(made(GTM)), container],
      { kind: 'container', name: 'GTM-ABC123' },
    ],
    [
      'asked of the requests of the vendor when the item tells nothing',
      [by(CLARITY, storageWrite()), load(byPage), document],
      { kind: 'page', name: 'shop.lab.example/' },
    ],
    [
      'asked of its code before its other requests',
      [
        by(CLARITY, storageWrite()),
        by(CLARITY, request({ url: 'https://c.clarity.ms/c.gif', requestId: '8', ...byPage })),
        load(made(GTM)),
        container,
        document,
      ],
      { kind: 'container', name: 'GTM-ABC123' },
    ],
    [
      'another script, named without its query',
      [
        load(made('https://cdn.other.example/loader.js?v=1')),
        by(META, request({ url: 'https://cdn.other.example/loader.js?v=1', resourceType: 'script' })),
      ],
      { kind: 'script', name: 'cdn.other.example/loader.js' },
    ],
    [
      'past code that nobody saw arriving',
      [by(CLARITY, cookieWrite({ stack: frames(CODE, PAGE) })), document],
      { kind: 'page', name: 'shop.lab.example/' },
    ],
    [
      'behind the pixel of another vendor whose answer set the cookie',
      [
        by({ ...META, vendorId: 'partner' }, cookieWrite({ setBy: 'http', requestId: '9' })),
        by(META, request({ url: 'https://www.facebook.com/tr/', requestId: '9', ...made(GTM) })),
        container,
      ],
      { kind: 'container', name: 'GTM-ABC123' },
    ],
    ['nobody, when nothing is known', [by(CLARITY, cookieWrite())], null],
  ] as readonly (readonly [string, readonly [Seen, ...Seen[]], unknown])[])
    test(name, () => expect(bringer(...seen)).toEqual(expected))

  test('a circle of scripts ends', () => {
    const a = by(CLARITY, request({ url: 'https://a.example/', requestId: '5', ...made('https://b.example/') }))
    const b = by(CLARITY, request({ url: 'https://b.example/', requestId: '6', ...made('https://a.example/') }))
    expect(bringer(a, b)).toBeNull()
  })

  test('another visitor is another story', () => {
    expect(bringer(by(CLARITY, cookieWrite({ run: 1 })), load({ run: 2, ...made(GTM) }))).toBeNull()
  })
})
