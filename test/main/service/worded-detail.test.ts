import { expect, test } from 'vitest'
import { inEnglish, spoken, type Entry } from '../../../renderer/parts/speech.ts'
import german from '../../../renderer/texts/said.de.json' with { type: 'json' }
import { wordedDetail } from '../../../main/service/worded-detail.ts'
import { observations } from '../../scanner/samples.ts'

const entries = new Map<string, Entry>(Object.entries(german))
const speech = { entry: (template: string) => entries.get(template) ?? null, read: () => null, number: String }

test('every kind of observation has its details in German, as far as they are words', () => {
  const details = observations.map((seen) => wordedDetail(seen))
  expect(details.filter((detail) => spoken(detail, speech) === null).map(inEnglish)).toEqual([])
  const cookie = observations.find(({ kind }) => kind === 'cookie-write')
  const said = cookie && wordedDetail(cookie)
  expect(said && inEnglish(said)).toMatch(/^(?:set|deleted|refused) · (?:session|\d+ \w+) · (?:http|script)$/)
  expect(said && spoken(said, speech)?.[0]?.text).toMatch(/^(?:gesetzt|gelöscht|vom Browser zurückgewiesen) · /)
})
