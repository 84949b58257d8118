import { camelCase, type Shelf } from './shelf.ts'

export const jurisdictions: Shelf = {
  name: 'jurisdictions',
  idForm: /^[a-z]{2}(-[a-z]{2})?$/,
  idExample: 'ch, or us-ca (country, or country and state)',
  nameOf: camelCase,
  list: 'last',
  files: ({ id, name, today }) => [
    { path: `scanner/jurisdictions/${id}.ts`, text: jurisdiction(id, name, today) },
    { path: `test/scanner/jurisdictions/${id}.test.ts`, text: jurisdictionTest(id, name) },
  ],
  next: ({ id }) => [
    `Say in scanner/jurisdictions/${id}.ts how this legal order weighs each rule, with sources; "unverified" in front of what was not read at its source.`,
    `A plan asks for it with: jurisdiction: ${id}`,
  ],
}

const jurisdiction = (
  id: string,
  name: string,
  today: string,
): string => `import type { Jurisdiction } from './jurisdiction.ts'

/** What is special here, in one sentence. */
export const ${name}: Jurisdiction = {
  id: '${id}',
  title: 'Name of the legal order',
  reviewed: '${today}',
  severity: {},
  law: {
    F01: ['The clause that asks for consent'],
  },
  strict: [],
  open: {},
  notAsked: {},
  limits: { choiceDays: 365, trackerDays: 390 },
  notes: {},
  sources: ['unverified: where the above was read'],
}
`

const jurisdictionTest = (id: string, name: string): string => `import { expect, test } from 'vitest'
import { ${name} } from '../../../scanner/jurisdictions/${id}.ts'
import { cookieBeforeChoice } from '../../../scanner/rules/f01-cookie-before-choice.ts'
import { judged } from '../../evidence/assess.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { META } from '../../evidence/vendors.ts'

test('a finding names the clauses that hold here', () => {
  const [finding] = judged([cookieBeforeChoice], { seen: [by(META, cookieWrite())] }, ${name})
  expect(finding?.law).toEqual(['The clause that asks for consent'])
})
`
