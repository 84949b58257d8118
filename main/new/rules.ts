import { camelCase, type Shelf } from './shelf.ts'

const FORM = /^(f\d{2,3})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/

export const rules: Shelf = {
  name: 'rules',
  idForm: FORM,
  idExample: 'f40-vendor-on-checkout (its number, then what it finds)',
  nameOf: (id) => partsOf(id).name,
  list: 'last',
  files({ id, name }) {
    const { number } = partsOf(id)
    return [
      { path: `scanner/rules/${id}.ts`, text: rule(number, name) },
      { path: `test/scanner/rules/${id}.test.ts`, text: ruleTest(id, number, name) },
    ]
  },
  next: ({ id }) => [
    `Say in scanner/rules/${id}.ts what the rule asks: title, law, severity, states, what it needs, and its sentences.`,
    'Give it its place in scanner/rules/index.ts: the order is that of the numbers.',
    'Say each new sentence in German in renderer/texts/said.de.json; a test names the ones that are missing.',
    'Where a jurisdiction weighs it differently or names other clauses, say so in scanner/jurisdictions/.',
  ],
}

function partsOf(id: string): { readonly number: string; readonly name: string } {
  const [, number = '', words = ''] = FORM.exec(id) ?? []
  return { number: number.toUpperCase(), name: camelCase(words) }
}

const rule = (
  number: string,
  name: string,
): string => `import { draft, gate, grouped, needsConsent, onSteps, when } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** What is wrong when this finds something, in one sentence. */
export const ${name}: Rule = {
  id: '${number}',
  title: 'What was found, in a few words',
  law: ['ePrivacy Directive Art. 5(3)'],
  severity: 'medium',
  states: ['no-choice'],
  asked: 'each',
  needs: ['cookie-write'],
  holds: said\`nothing that would normally need consent was stored\`,
  evaluate: (sightings, context) => {
    const stored = sightings.filter((each) => needsConsent(each) && context.effect(each) === 'stored')
    return grouped(stored).map((same) =>
      draft(context, same, {
        summary: said\`\${same[0].name} stored something \${onSteps(context, same)} \${when(context.state)}.\`,
        fix: gate(context, same[0]),
      }),
    )
  },
}
`

const ruleTest = (id: string, number: string, name: string): string => `import { describe, expect, test } from 'vitest'
import { ${name} } from '../../../scanner/rules/${id}.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite, gap } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META, SITE } from '../../evidence/vendors.ts'

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing seen passes', {}, ['pass medium ${number}|no-choice||']],
  ['a cookie of an advertiser fails', { seen: [by(META, cookieWrite())] }, ['fail medium ${number}|no-choice|meta-pixel|']],
  ["the site's own cookie passes", { seen: [by(SITE, cookieWrite())] }, ['pass medium ${number}|no-choice||']],
  ['silence over a gap is unclear', { gaps: [gap()] }, ['unclear medium ${number}|no-choice||']],
]

describe('${number}', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([${name}], scene))).toEqual(expected))
})
`
