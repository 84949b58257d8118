import { describe, expect, test } from 'vitest'
import { ruledBy } from '../../../../scanner/knowledge/ruled.ts'
import type { Sighting } from '../../../../scanner/model.ts'
import { html } from '../../../../scanner/reports/html.ts'
import type { ReportInput } from '../../../../scanner/reports/report-format.ts'
import { sampleReport } from '../sample.ts'

const sample = sampleReport()

/** The sample as it would be judged with the user's own knowledge. */
function judged(change: (sighting: Sighting) => Partial<Sighting>, own: Partial<Own> = {}): string {
  const { assessment } = sample
  const input: ReportInput = {
    ...sample,
    assessment: {
      ...assessment,
      sightings: assessment.sightings.map((sighting) => ({ ...sighting, ...change(sighting) })),
      ownKnowledge: { path: '/funnels/ours', vendors: 0, categories: 0, lists: [], ...own },
    },
  }
  return html.render(input)
}

type Own = NonNullable<ReportInput['assessment']['ownKnowledge']>

/** Table rows of the report that say this. */
function rows(page: string, told: string): readonly string[] {
  return (page.match(/<tr\b[^]*?<\/tr>/g) ?? []).filter((row) => row.includes(told))
}

describe('what the user added', () => {
  test('is counted in the method, with its place', () => {
    const page = judged(() => ({}), {
      vendors: 2,
      categories: 1,
      lists: [{ name: 'EasyPrivacy <b>', rules: 51_000 }],
    })
    expect(page).toContain(
      '2 vendor records, 1 category override, list EasyPrivacy &lt;b&gt; (51\u2009000 rules), from',
    )
    expect(page).toContain('/funnels/ours')
  })

  test('is said to be nothing where it is nothing', () => {
    expect(html.render(sample)).toMatch(/<dt>Added by you<\/dt>\s*<dd>nothing<\/dd>/)
  })

  test('stands beside each category the user set, and beside no other', () => {
    const set = ruledBy([{ of: 'kartra', category: 'necessary', because: 'our DPO says so' }])
    const page = judged((sighting) => set(sighting))
    const told = rows(page, 'category set by you')
    expect(told.some((row) => row.includes('kuuid'))).toBe(true)
    expect(told.some((row) => row.includes('app.kartra.com/analytics/visitorTime'))).toBe(true)
    expect(told.filter((row) => !/kartra|kuuid|kaff/.test(row))).toEqual([])
    expect(html.render(sample)).not.toContain('category set by you')
  })

  test('names the lists that something is on, each once', () => {
    const page = judged(({ vendorId }) => ({ lists: vendorId === 'meta-pixel' ? ['EasyPrivacy', 'House'] : [] }))
    const told = rows(page, 'on list EasyPrivacy, on list House')
    expect(told.some((row) => row.includes('_fbp'))).toBe(true)
    expect(told.some((row) => row.includes('connect.facebook.net'))).toBe(true)
    expect(rows(page, 'on list').length).toBe(told.length)
  })
})
