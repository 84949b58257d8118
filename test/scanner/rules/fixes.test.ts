import { describe, expect, test } from 'vitest'
import { gate, inBrackets, whereOf } from '../../../scanner/rules/fixes.ts'
import type { Bringer, RuleContext } from '../../../scanner/rules/rule.ts'
import type { Category, Sighting } from '../../../scanner/model.ts'
import { request } from '../../evidence/observations.ts'
import { by, scene } from '../../evidence/scene.ts'
import { META } from '../../evidence/vendors.ts'
import { spelled } from '../../../scanner/said.ts'

const GTM: Bringer = { kind: 'container', name: 'GTM-ABC123' }
const PAGE: Bringer = { kind: 'page', name: 'shop.lab.example/' }
const SCRIPT: Bringer = { kind: 'script', name: 'shop.lab.example/app.js' }

/** Sightings of Meta Pixel, each brought by one of these. */
function brought(...places: readonly (Bringer | null)[]): readonly [RuleContext, readonly Sighting[]] {
  const [first] = scene({ seen: [by(META, request())] }).sightings
  if (first === undefined) throw new Error('the scene shows nothing')
  const sightings = places.map((_, index) => ({ ...first, id: String(index) }))
  const bringer = ({ id }: Sighting): Bringer | null => places[Number(id)] ?? null
  return [{ bringer } as RuleContext, sightings]
}

describe('what to gate', () => {
  for (const [name, places, expected] of [
    [
      'a tag of a container gets a consent check',
      [GTM],
      'GTM container GTM-ABC123 brings Meta Pixel: give its tag the consent check `ad_storage` (marketing).',
    ],
    [
      'a snippet waits',
      [PAGE],
      '`shop.lab.example/` embeds Meta Pixel: let its snippet run only once `ad_storage` (marketing) is granted.',
    ],
    [
      'each place is told once',
      [GTM, SCRIPT, GTM],
      'GTM container GTM-ABC123 brings Meta Pixel: give its tag the consent check `ad_storage` (marketing). `shop.lab.example/app.js` brings Meta Pixel: let it do so only once `ad_storage` (marketing) is granted.',
    ],
    [
      'where nobody saw who brings it, that is to be found out',
      [null],
      'Find what brings Meta Pixel and let it run only once `ad_storage` (marketing) is granted.',
    ],
    ['nothing seen, nothing to do', [], ''],
  ] as const)
    test(name, () => expect(spelled(gate(...brought(...places)))).toBe(expected))

  for (const category of ['unclassified', 'necessary'] satisfies Category[])
    test(`${category}: no signal fits, so its purpose comes first`, () => {
      const [context, sightings] = brought(SCRIPT)
      expect(spelled(gate(context, { ...sightings[0], category } as Sighting))).toBe(
        '`shop.lab.example/app.js` brings Meta Pixel: find out what for, and let it run only once that is granted.',
      )
    })
})

test.each([
  [[GTM, PAGE], 'GTM container GTM-ABC123, `shop.lab.example/` bring Meta Pixel'],
  [[PAGE], '`shop.lab.example/` embeds Meta Pixel'],
  [[null], 'Find what brings Meta Pixel'],
])('%j: %s', (places, expected) => expect(spelled(whereOf(...brought(...places)))).toBe(expected))

test('in brackets only what was seen', () => {
  expect(spelled(inBrackets(...brought(GTM)))).toBe(' (GTM container GTM-ABC123)')
  expect(spelled(inBrackets(...brought(null)))).toBe('')
})
