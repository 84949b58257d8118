import { describe, expect, test } from 'vitest'
import said from '../../../renderer/texts/said.de.json' with { type: 'json' }
import told from '../../../renderer/texts/told.de.json' with { type: 'json' }
import { jurisdictions } from '../../../scanner/jurisdictions/index.ts'
import { rules } from '../../../scanner/rules/index.ts'
import { saidTemplates, toldTemplates, wordsBeside } from './written-templates.ts'

/** A law: every sentence that the scanner can write in parts has its German. */

/** Clauses, and the sentences of legal orders, are data, and stand in the catalogue as they are. */
const ofLaw = jurisdictions.flatMap(({ title, law, notes, notAsked, open }) => [
  title,
  ...Object.values(law).flat(),
  ...Object.values(notes),
  ...Object.values(notAsked),
  ...Object.values(open).flatMap(({ strict, tolerant }) => [strict, tolerant]),
])

test('no words stand between the values of a template but its own', () => expect(wordsBeside).toEqual([]))

describe.each([
  [
    'said',
    said,
    new Map([
      ...saidTemplates,
      ...[...ofLaw, ...rules.flatMap(({ law }) => law)].map((text) => [text, 'a jurisdiction'] as const),
    ]),
  ],
  ['told', told, toldTemplates],
] as const)('what is %s', (_, german, templates) => {
  const entries = Object.entries<string | Readonly<Record<string, string>>>(german)

  test('has its German', () => {
    expect(templates.size).toBeGreaterThan(100)
    expect([...templates].filter(([template]) => !(template in german))).toEqual([])
  })

  test('is all that the catalogue holds', () => {
    expect(entries.map(([template]) => template).filter((template) => !templates.has(template))).toEqual([])
  })

  for (const [template, entry] of entries)
    test(`"${template}" has its values in German, and no verdict`, () => {
      const forms = typeof entry === 'string' ? { '': entry } : entry
      expect(Object.keys(forms)).toContain('')
      for (const text of Object.values(forms)) {
        expect(placesIn(text)).toEqual(placesIn(template))
        expect(text).not.toMatch(/illegal|rechtswidrig|unzulässig|verstö(?:ß|ss)t|Verstoß/i)
        expect(text.split('`').length).toBe(template.split('`').length)
      }
    })
})

function placesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\d+)(?:\^)?(?::[a-z]+)?\}/g)].map(([, at = '']) => at))].toSorted()
}
