import { describe, expect, test } from 'vitest'
import { readingsOf, type Question } from '../../../scanner/judge/readings.ts'
import { de } from '../../../scanner/jurisdictions/de.ts'
import { eu } from '../../../scanner/jurisdictions/eu.ts'
import { fr } from '../../../scanner/jurisdictions/fr.ts'
import type { Jurisdiction } from '../../../scanner/jurisdictions/jurisdiction.ts'
import { usCa } from '../../../scanner/jurisdictions/us-ca.ts'
import type { LegalReading } from '../../../scanner/model.ts'
import { said, spelled } from '../../../scanner/said.ts'
import { failsUnder, outcomeUnder } from '../../../scanner/readings.ts'
import { cookieBeforeChoice } from '../../../scanner/rules/f01-cookie-before-choice.ts'
import { libraryBeforeChoice } from '../../../scanner/rules/f03-library-before-choice.ts'
import { choiceKeptTooLong } from '../../../scanner/rules/f18-choice-kept-too-long.ts'

const stored: Question = {
  rule: cookieBeforeChoice,
  category: 'analytics',
  outcome: 'fail',
  severity: null,
  open: null,
  exceeds: null,
  mayBeExempt: false,
}
const fetched: Question = { ...stored, rule: libraryBeforeChoice, open: { strict: said`Yes.`, tolerant: said`No.` } }
const kept: Question = { ...stored, rule: choiceKeptTooLong, exceeds: { days: 365, limit: 'choiceDays' } }

const written = (under: readonly Jurisdiction[], question: Question): readonly LegalReading[] =>
  readingsOf(under, question).map((each) => ({ ...each, note: spelled(each.note) }))

const told = (under: readonly Jurisdiction[], question: Question): readonly string[] =>
  readingsOf(under, question).map(
    (each) => `${each.counts ? '' : '('}${each.jurisdiction} ${each.reading} ${each.outcome} ${each.severity}`,
  )

for (const [name, under, question, expected] of [
  [
    'what is settled everywhere is read once by each',
    [eu, de],
    stored,
    ['eu settled fail high', 'de settled fail high'],
  ],
  [
    'where the law is open both readings count, where the strict one is followed only that one',
    [eu, de],
    fetched,
    ['eu strict fail low', 'eu tolerant pass low', 'de strict fail medium', '(de tolerant pass medium'],
  ],
  [
    'what is no question of one is still one of the other',
    [eu, usCa],
    stored,
    ['eu settled fail high', 'us-ca settled not-applicable high'],
  ],
  ['a time within the longer limit passes there', [eu, fr], kept, ['eu settled pass low', 'fr settled fail low']],
  ['what is exempt for some is open only of those', [fr], stored, ['fr settled fail high']],
  [
    'own statistics are open where an exemption speaks of them',
    [fr, eu],
    { ...stored, mayBeExempt: true },
    ['fr strict fail high', 'fr tolerant pass high', 'eu settled fail high'],
  ],
  ['a pass has nothing to read', [eu], { ...fetched, outcome: 'pass' }, ['eu settled pass low']],
] as readonly (readonly [string, readonly Jurisdiction[], Question, readonly string[]])[])
  test(name, () => expect(told(under, question)).toEqual(expected))

describe('the outcome of a finding', () => {
  const outcome = (under: readonly Jurisdiction[], of: string, question: Question) =>
    outcomeUnder(of, written(under, question))

  test('is for a person to say where two readings stand against each other', () => {
    expect(outcome([eu, de], 'eu', fetched)).toBe('unclear')
    expect(outcome([eu, de], 'de', fetched)).toBe('fail')
  })

  test('fails under each order where no other reading stands against it', () => {
    const orders = (question: Question) =>
      failsUnder({ readings: written([eu, de, fr], question) }).map(({ jurisdiction }) => jurisdiction)
    expect([stored, fetched, kept].map(orders)).toEqual([['eu', 'de', 'fr'], ['de'], ['fr']])
  })
})
