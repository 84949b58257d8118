import { describe, expect, test } from 'vitest'
import type { MatrixRow } from '../../../scanner/model.ts'
import { assessed } from '../../evidence/assess.ts'
import {
  choice,
  cookie,
  cookieWrite,
  gap,
  pageMarks,
  request,
  storage,
  storageWrite,
} from '../../evidence/observations.ts'
import { allBy, by, type Scene, type Seen } from '../../evidence/scene.ts'
import {
  ANALYTICS,
  CLARITY,
  COUNTER,
  KARTRA,
  META,
  NOBODY,
  RECAPTCHA,
  SITE,
  TAG_MANAGER,
  type Who,
} from '../../evidence/vendors.ts'

/** Known by what stands on the page. */
const THERE: Who = { ...META, layer: 'page-mark', party: 'first', purpose: 'load', confidence: 'probable' }

const GLYPHS = { stored: '●', sent: '○', both: '◉', present: '·', none: '–', blocked: '×', unseen: '?' } as const

/** `Name ◉!–– ––– ○––`: a band for each state, a glyph for each step, `!` for an alert. */
const picture = (row: MatrixRow) => {
  const states = [...new Set(row.cells.map(({ state }) => state))]
  const band = (of: string) =>
    row.cells
      .filter(({ state }) => state === of)
      .map(({ mark, alert }) => `${GLYPHS[mark]}${alert ? '!' : ''}`)
      .join('')
  return `${row.name} ${states.map(band).join(' ')}`
}
const pictures = (given: Scene) => assessed(given).matrix.map(picture)

describe('marks', () => {
  for (const [name, seen, expected] of [
    ['a request is a ring', [by(META, request({ state: 'accepted' }))], ['Meta Pixel ––– ––– ○––']],
    ['a cookie is a dot', [by(META, cookieWrite({ state: 'accepted' }))], ['Meta Pixel ––– ––– ●––']],
    ['storage is a dot', [by(META, storageWrite({ state: 'accepted', stepId: 'sales' }))], ['Meta Pixel ––– ––– –●–']],
    [
      'both is a dot in a ring',
      allBy(META, request({ state: 'accepted' }), cookieWrite({ state: 'accepted' })),
      ['Meta Pixel ––– ––– ◉––'],
    ],
    ['a blocked request is a cross', [by(META, request({ fate: 'blocked' }))], ['Meta Pixel ×–– ––– –––']],
    ['so is a cookie the browser refused', [by(META, cookieWrite({ effect: 'refused' }))], ['Meta Pixel ×–– ––– –––']],
    [
      'an inventory without a writer is a dot where it was new',
      allBy(META, storage({ area: 'indexeddb' }), storage({ area: 'indexeddb', stepId: 'sales' })),
      ['Meta Pixel ●!–– ––– –––'],
    ],
    [
      'what merely stays is no mark',
      allBy(META, cookieWrite({ state: 'choosing' }), cookie({ state: 'rejected', stepId: 'sales' })),
      [],
    ],
    ['marks of its own on the page are a point', [by(THERE, pageMarks())], ['Meta Pixel ·–– ––– –––']],
    ['a single common one is not', [by({ ...THERE, confidence: 'indicative' }, pageMarks())], []],
    [
      'and nothing beside what it did',
      [by(THERE, pageMarks()), by(META, request({ fate: 'blocked' })), by(THERE, pageMarks({ state: 'rejected' }))],
      ['Meta Pixel ×–– ·–– –––'],
    ],
    ['what was seen while choosing is no mark', [by(META, request({ state: 'choosing' }))], []],
  ] as readonly (readonly [string, readonly Seen[], readonly string[]])[])
    test(name, () => expect(pictures({ seen })).toEqual(expected))
})

describe('alerts', () => {
  const everywhere = (who: Parameters<typeof by>[0]) =>
    (['no-choice', 'rejected', 'accepted'] as const).map((state) => by(who, request({ state })))
  for (const [name, who, expected] of [
    ['marketing without consent', META, 'Meta Pixel ○!–– ○!–– ○––'],
    ['analytics without consent', ANALYTICS, 'Google Analytics ○!–– ○!–– ○––'],
    ['never what nobody has classified', NOBODY, 'cdn.unknown.example ○–– ○–– ○––'],
    ['nor what the page needs to work', RECAPTCHA, 'Google reCAPTCHA ○–– ○–– ○––'],
    ['nor counting that keeps nothing even when it may', COUNTER, 'Counter ○–– ○–– ○––'],
  ] as const)
    test(name, () => expect(pictures({ seen: everywhere(who) })).toEqual([expected]))

  test('counting that was never seen to be free alerts', () => {
    expect(pictures({ plan: { states: ['no-choice'] }, seen: everywhere(COUNTER).slice(0, 1) })).toEqual([
      'Counter ○!––',
    ])
  })

  test('withdrawn and gpc are refusals too', () => {
    const states = ['withdrawn', 'gpc'] as const
    expect(pictures({ plan: { states }, seen: states.map((state) => by(META, request({ state }))) })).toEqual([
      'Meta Pixel ○!–– ○!––',
    ])
  })

  test('that a vendor is there changes nothing of what it did', () => {
    const there = by({ ...THERE, ...COUNTER, category: 'marketing', confidence: 'certain' }, pageMarks())
    expect(pictures({ seen: [there, ...everywhere(COUNTER)] })).toEqual(['Counter ○–– ○–– ○––'])
    const [row] = assessed({ seen: [there, ...everywhere(COUNTER)] }).matrix
    expect([row?.category, row?.disputed]).toEqual(['analytics', true])
  })

  test('a functional item of a marketing vendor does not', () => {
    const seen = [by({ ...KARTRA, category: 'functional' }, request()), by(KARTRA, request({ stepId: 'sales' }))]
    expect(pictures({ seen })).toEqual(['Kartra ○○!– ––– –––'])
  })
})

describe('what could not be seen', () => {
  const row = by(META, request({ state: 'accepted' }))
  for (const [name, given, expected] of [
    ['a gap', { gaps: [gap({ stepId: 'sales' })] }, 'Meta Pixel –?– ––– ○––'],
    ['a gap in pictures hides nothing', { gaps: [gap({ blinds: ['screenshot'] })] }, 'Meta Pixel ––– ––– ○––'],
    ['a step that was not reached', { unvisited: ['no-choice checkout'] }, 'Meta Pixel ––? ––– ○––'],
    ['a state that was not proven', { seen: [row, choice({ verdict: 'inconclusive' })] }, 'Meta Pixel ––– ??? ○––'],
    ['a state without a banner', { seen: [row, choice({ verdict: 'no-banner' })] }, 'Meta Pixel ––– ??? ○––'],
    [
      'steps before the choice',
      { seen: [row, choice({ stepId: 'sales' })], unvisited: ['rejected optin'] },
      'Meta Pixel ––– ?–– ○––',
    ],
    ['never what was seen all the same', { gaps: [gap({ state: 'accepted' })] }, 'Meta Pixel ––– ––– ○––'],
  ] as readonly (readonly [string, Scene, string])[])
    test(name, () => expect(pictures({ seen: [row], ...given })).toEqual([expected]))

  test('marks of an unproven state are not drawn', () => {
    const seen = [row, by(META, request({ state: 'rejected' })), choice({ verdict: 'inconclusive' })]
    expect(pictures({ seen })).toEqual(['Meta Pixel ––– ??? ○––'])
  })
})

describe('rows', () => {
  test('stand in the order of what matters, then by name', () => {
    const seen = [SITE, TAG_MANAGER, NOBODY, CLARITY, ANALYTICS, META, KARTRA].flatMap((who) =>
      allBy(who, request(), cookieWrite({ name: who.name })),
    )
    expect(assessed({ seen }).matrix.map(({ name }) => name)).toEqual([
      'Kartra',
      'Meta Pixel',
      'Google Analytics',
      'Microsoft Clarity',
      'cdn.unknown.example',
      'Google Tag Manager',
    ])
  })

  test("the site's own are none, unless they keep something nobody has classified", () => {
    const own = { ...SITE, category: 'unclassified' } as const
    expect(pictures({ seen: allBy(SITE, request(), cookieWrite()) })).toEqual([])
    expect(pictures({ seen: [by(own, request()), by(own, cookieWrite())] })).toEqual(['shop.lab.example ●–– ––– –––'])
  })

  test('unknown parties stand for themselves, host by host', () => {
    const seen = ['a.nobody.example', 'b.nobody.example'].map((host) =>
      by({ ...NOBODY, name: 'nobody.example' }, request({ url: `https://${host}/x` })),
    )
    expect(assessed({ seen }).matrix.map(({ name, vendorId }) => [name, vendorId])).toEqual([
      ['a.nobody.example', null],
      ['b.nobody.example', null],
    ])
  })

  test('tell the longest lifetime, the first step, the party and whether it is disputed', () => {
    const seen = [
      by({ ...KARTRA, party: 'first' }, cookieWrite({ stepId: 'checkout', lifetimeDays: 30, name: 'kaff_1' })),
      by({ ...KARTRA, disputed: false }, cookieWrite({ stepId: 'sales', lifetimeDays: 365 })),
      by(KARTRA, cookieWrite({ effect: 'refused', lifetimeDays: 800, name: 'x', stepId: 'sales' })),
    ]
    expect(assessed({ seen }).matrix).toMatchObject([
      { longestLifetimeDays: 365, firstStepId: 'sales', party: 'third', disputed: true, vendorId: 'kartra' },
    ])
  })

  test('a session has no lifetime, a disguise outweighs all', () => {
    const seen = [by(META, cookieWrite({ lifetimeDays: null })), by({ ...META, party: 'first-disguised' }, request())]
    expect(assessed({ seen }).matrix).toMatchObject([{ longestLifetimeDays: null, party: 'first-disguised' }])
  })

  test('cells cite what they show', () => {
    const seen = allBy(META, request(), cookieWrite(), cookieWrite({ effect: 'deleted', name: 'y' }))
    expect(assessed({ seen }).matrix[0]?.cells[0]?.observations).toEqual(['o1', 'o2'])
  })

  test('runs are laid upon each other', () => {
    const plan = { states: ['no-choice'] as const, runs: 2 }
    const seen = [by(META, request({ run: 1 })), by(META, cookieWrite({ run: 2 }))]
    expect(pictures({ plan, seen })).toEqual(['Meta Pixel ◉!––'])
  })
})
