import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openRulings, type NewRuling } from '../../../scanner/store/rulings.ts'
import { temporaryFolder } from './temporary-folder.ts'

const given: NewRuling = {
  site: 'https://shop.example',
  about: 'F01|no-choice|kartra|kuuid',
  decision: 'compliant',
  until: null,
  comment: 'the vendor showed us',
  by: 'A. Diaz',
}
const now = () => new Date('2026-11-21T12:00:00.000Z')

describe('rulings', () => {
  test('are kept on disk, site by site, with who and when', async () => {
    const folder = await temporaryFolder()
    await openRulings(folder, { now }).rule(given)
    const again = openRulings(folder, { now })
    expect(await again.standing(given.site)).toEqual([{ ...given, at: now().toISOString(), expired: false }])
    expect(await again.standing('https://other.example')).toEqual([])
  })

  test('one that is replaced or taken back stays in the history', async () => {
    const rulings = openRulings(await temporaryFolder(), { now })
    await rulings.rule(given)
    await rulings.rule({ ...given, decision: 'not-compliant' })
    expect(await rulings.takeBack({ ...given, comment: 'a slip' })).toBe(true)
    expect(await rulings.takeBack({ ...given, comment: 'again' })).toBe(false)
    expect(await rulings.standing(given.site)).toEqual([])
    expect((await rulings.history(given.site)).map(({ decision }) => decision)).toEqual([
      'compliant',
      'not-compliant',
      null,
    ])
  })

  test('the last word counts also where the clock was set back', async () => {
    let time = now()
    const rulings = openRulings(await temporaryFolder(), { now: () => time })
    await rulings.rule(given)
    time = new Date('2026-11-20T12:00:00.000Z')
    await rulings.rule({ ...given, decision: 'not-compliant' })
    expect(await rulings.standing(given.site)).toMatchObject([{ decision: 'not-compliant', at: now().toISOString() }])
    expect(await rulings.takeBack(given)).toBe(true)
    expect(await rulings.standing(given.site)).toEqual([])
  })

  test('made at once are all kept', async () => {
    const rulings = openRulings(await temporaryFolder(), { now })
    await Promise.all(['a', 'b', 'c'].map((about) => rulings.rule({ ...given, about })))
    expect((await rulings.standing(given.site)).map(({ about }) => about)).toEqual(['a', 'b', 'c'])
  })

  for (const [name, change, message] of [
    ['a risk needs a last day', { decision: 'accepted-risk' }, /needs its last day/],
    ['nothing else has one', { until: '2027-01-01' }, /only an accepted risk/],
    ['a day that is none', { decision: 'accepted-risk', until: 'soon' }, /"soon" is no day/],
    ['nobody decided', { by: ' ' }, /names who made it/],
  ] as const)
    test(`${name}: refused`, async () => {
      const rulings = openRulings(await temporaryFolder(), { now })
      await expect(rulings.rule({ ...given, ...change })).rejects.toThrow(message)
      expect(await rulings.history(given.site)).toEqual([])
    })

  test('in a file that is broken are never thrown away', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'rulings.json')
    for (const text of ['{ not json', '{"schemaVersion":9,"rulings":[]}']) {
      await writeFile(path, text)
      await expect(openRulings(folder, { now }).rule(given)).rejects.toMatchObject({ code: 'store-corrupt' })
      expect(await readFile(path, 'utf8')).toBe(text)
    }
  })
})
