import { expect, test } from 'vitest'
import { assessed } from '../../evidence/assess.ts'
import { choice, cookieWrite, gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, CLARITY, META, NOBODY, SITE } from '../../evidence/vendors.ts'

const before = (who: Parameters<typeof by>[0], stepId = 'optin') => by(who, request({ stepId }))
const after = (who: Parameters<typeof by>[0]) => by(who, request({ state: 'rejected' }))
const three = [before(META), before(ANALYTICS, 'sales'), before(CLARITY)]
const none = (journey: 'rejected' | 'accepted') => choice({ journey, verdict: 'no-banner' })
const NOTHING = 'nothing that would normally need consent was seen'

for (const [name, given, expected] of [
  [
    'counts vendors and pages, and what a refusal changed',
    { seen: [...three, after(META)] },
    'Before any choice 3 vendors that would normally need consent were active on 2 of 3 pages. After reject 1 of them stayed.',
  ],
  [
    'knows one from many',
    { seen: [before(META), after(META)] },
    'Before any choice 1 vendor that would normally need consent was active on 1 of 3 pages. After reject it stayed.',
  ],
  [
    'says when one was gone',
    { seen: [before(META)] },
    'Before any choice 1 vendor that would normally need consent was active on 1 of 3 pages. After reject it was not seen again.',
  ],
  [
    'says when all were gone',
    { seen: three },
    'Before any choice 3 vendors that would normally need consent were active on 2 of 3 pages. After reject none of them was seen again.',
  ],
  [
    'says when all stayed and another came',
    { seen: [before(META), before(CLARITY), after(META), after(CLARITY), after(ANALYTICS)] },
    'Before any choice 2 vendors that would normally need consent were active on 1 of 3 pages. After reject all 2 of them stayed and 1 other appeared.',
  ],
  [
    'says what rests on some of the runs only',
    {
      plan: { states: ['rejected'], runs: 2 },
      seen: [choice({ run: 2, verdict: 'inconclusive', because: 'the banner stayed' })],
    },
    `After reject ${NOTHING} on 3 of 3 pages. What happens after reject was proven in 1 of 2 runs.`,
  ],
  [
    'tells a refusal by itself where nothing came before it',
    { seen: [after(META), after(CLARITY)] },
    `Before any choice ${NOTHING} on 3 of 3 pages. After reject 2 vendors that would normally need consent were active on 1 of 3 pages.`,
  ],
  [
    'says what was covered when nothing was found, and never that a site is clean',
    { seen: [by(SITE, cookieWrite())] },
    `Before any choice ${NOTHING} on 3 of 3 pages. After reject ${NOTHING} on 3 of 3 pages.`,
  ],
  [
    'counts the pages that were reached',
    { plan: { states: ['no-choice'] }, unvisited: ['no-choice sales'] },
    `Before any choice ${NOTHING} on the 2 pages that were reached, of 3. On 1 page not everything could be seen.`,
  ],
  [
    'names what stayed open',
    { seen: [choice({ verdict: 'inconclusive', because: 'the banner stayed' })] },
    `Before any choice ${NOTHING} on 3 of 3 pages. What happens after reject is inconclusive: the banner stayed.`,
  ],
  [
    'names an acceptance that was not proven',
    {
      plan: { states: ['accepted'] },
      seen: [choice({ journey: 'accepted', verdict: 'inconclusive', because: 'it came back.' })],
    },
    'What happens after accept is inconclusive: it came back.',
  ],
  [
    'says once that there was no banner',
    { seen: [none('rejected'), none('accepted')] },
    `Before any choice ${NOTHING} on 3 of 3 pages. No banner was found, so nothing could be rejected or accepted.`,
  ],
  [
    'says that there was no way to refuse',
    { seen: [choice({ verdict: 'not-offered' })] },
    `Before any choice ${NOTHING} on 3 of 3 pages. The banner offered no way to reject.`,
  ],
  [
    'counts what nobody has classified',
    { plan: { states: ['no-choice'] }, seen: [before(NOBODY)] },
    `Before any choice ${NOTHING} on 3 of 3 pages. 1 unclassified party needs review.`,
  ],
  [
    'says where it could not see',
    { plan: { states: ['no-choice'] }, gaps: [gap(), gap({ stepId: 'sales' })] },
    `Before any choice ${NOTHING} on 3 of 3 pages. On 2 pages not everything could be seen.`,
  ],
] as readonly (readonly [string, Scene, string])[])
  test(name, () => expect(assessed(given).headline).toBe(expected))
