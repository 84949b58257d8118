import { describe, expect, test } from 'vitest'
import { embedBeforeChoice } from '../../../scanner/rules/f36-embed-before-choice.ts'
import { de } from '../../../scanner/jurisdictions/de.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META, type Who } from '../../evidence/vendors.ts'

const VIMEO: Who = { vendorId: 'vimeo', name: 'Vimeo', category: 'functional', purpose: 'content' }
const GOOGLE: Who = { vendorId: 'google', name: 'Google', category: 'functional', purpose: 'load' }
const vendors = { vimeo: { kinds: ['video'] }, google: { kinds: ['umbrella', 'maps', 'fonts', 'video'] } }
const plan = { states: ['no-choice'] } as const
const PASS = ['pass medium F36|no-choice||']
const from = (who: Who, url: string) => by(who, request({ url }))

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing passes', { plan, vendors }, PASS],
  [
    'a player is open',
    { plan, vendors, seen: [from(VIMEO, 'https://player.vimeo.com/video/1')] },
    ['unclear medium F36|no-choice|vimeo|video'],
  ],
  [
    'a font of a vendor of many things is known by its address',
    { plan, vendors, seen: [from(GOOGLE, 'https://fonts.googleapis.com/css2')] },
    ['unclear medium F36|no-choice|google|font'],
  ],
  [
    'so is a map',
    { plan, vendors, seen: [from(GOOGLE, 'https://maps.googleapis.com/maps/api/js')] },
    ['unclear medium F36|no-choice|google|map'],
  ],
  [
    'a font and a video of one vendor are two findings',
    {
      plan,
      vendors,
      seen: [
        from(GOOGLE, 'https://fonts.googleapis.com/css2'),
        from(GOOGLE, 'https://www.youtube-nocookie.com/embed/1'),
      ],
    },
    ['unclear medium F36|no-choice|google|font', 'unclear medium F36|no-choice|google|video'],
  ],
  [
    'what else it serves is another question',
    { plan, vendors, seen: [from(GOOGLE, 'https://accounts.google.com/gsi/client')] },
    PASS,
  ],
  [
    'data sent for statistics is another question',
    { plan, vendors, seen: [from({ ...VIMEO, purpose: 'collect' }, 'https://x.example/')] },
    PASS,
  ],
  [
    'advertising is another question',
    { plan, vendors, seen: [from({ ...META, purpose: 'load' }, 'https://x.example/')] },
    PASS,
  ],
  [
    'what the site serves itself passes',
    { plan, vendors, seen: [from({ ...VIMEO, party: 'first' }, 'https://shop.lab.example/video')] },
    PASS,
  ],
  ['silence over a gap is unclear', { plan, vendors, gaps: [gap()] }, ['unclear medium F36|no-choice||']],
]

describe('F36', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([embedBeforeChoice], scene))).toEqual(expected))

  test('in Germany it counts', () => {
    const seen = [from(VIMEO, 'https://player.vimeo.com/video/1')]
    expect(judged([embedBeforeChoice], { plan, vendors, seen }, de)[0]).toMatchObject({
      outcome: 'fail',
      summary:
        'A video of Vimeo was fetched (`player.vimeo.com/video/1`) on Opt-in before any choice; the vendor learns of the visit and may read and store on the device.',
    })
  })
})
