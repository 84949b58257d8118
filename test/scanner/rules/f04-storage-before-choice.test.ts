import { describe, expect, test } from 'vitest'
import { storageBeforeChoice } from '../../../scanner/rules/f04-storage-before-choice.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite, gap, storage, storageWrite } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { CLARITY, KARTRA, NOBODY, RECAPTCHA, SITE } from '../../evidence/vendors.ts'

const PASS = ['pass high F04|no-choice||']
const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing kept passes', {}, PASS],
  ['a cookie is another question', { seen: [by(CLARITY, cookieWrite())] }, PASS],
  [
    'an identifier in web storage fails',
    { seen: [by(KARTRA, storageWrite({ key: 'kuuid' }))] },
    ['fail high F04|no-choice|kartra|storage:kuuid'],
  ],
  [
    'a tracker keeping a mere setting weighs less',
    { seen: [by(KARTRA, storageWrite({ key: 'countdown-*', identifierLike: false }))] },
    ['fail medium F04|no-choice|kartra|storage:countdown-*'],
  ],
  ['a removal keeps nothing', { seen: [by(KARTRA, storageWrite({ effect: 'deleted' }))] }, PASS],
  [
    'a database is known by its inventory only',
    { seen: [by(CLARITY, storage({ area: 'indexeddb', key: 'replay' }))] },
    ['fail high F04|no-choice|microsoft-clarity|storage:replay'],
  ],
  [
    'a key that was written and then stands in the inventory is one finding',
    { seen: [by(KARTRA, storageWrite({ key: 'kuuid' })), by(KARTRA, storage({ key: 'kuuid' }))] },
    ['fail high F04|no-choice|kartra|storage:kuuid'],
  ],
  [
    'an unknown identifier that stays needs review',
    { seen: [by(NOBODY, storageWrite({ key: 'uid' }))] },
    ['unclear high F04|no-choice|shop.lab.example|storage:uid'],
  ],
  [
    'an unknown id of the visit is left alone',
    { seen: [by({ ...SITE, category: 'unclassified' }, storageWrite({ area: 'session', key: 'tab' }))] },
    PASS,
  ],
  [
    'a disputed security id is told in both readings',
    { seen: [by(RECAPTCHA, storageWrite({ key: 'rc::a' }))] },
    ['unclear high F04|no-choice|recaptcha|storage:rc::a'],
  ],
  ['silence over a gap is unclear', { gaps: [gap({ blinds: ['storage'] })] }, ['unclear high F04|no-choice||']],
]

describe('F04', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([storageBeforeChoice], scene))).toEqual(expected))

  test('says in which storage', () => {
    const [finding] = judged([storageBeforeChoice], { seen: [by(KARTRA, storageWrite({ key: 'kuuid' }))] })
    expect(finding?.summary).toBe('Kartra stored `kuuid` (localStorage, no end) on Opt-in before any choice.')
  })
})
