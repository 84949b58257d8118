import { expect, test } from 'vitest'
import type { StateAssessment } from '../../../scanner/model.ts'
import { cellsOf, longestLifetime, matrixGroups, verdictText } from '../../../scanner/reports/matrix-layout.ts'
import { sampleReport } from './sample.ts'

const { assessment } = sampleReport()

test('groups stand in the order of reading, rows with the most that should not be first', () => {
  const groups = matrixGroups(assessment)
  expect(groups.map(({ category }) => category)).toEqual([
    'marketing',
    'analytics',
    'unclassified',
    'functional',
    'necessary',
  ])
  expect(groups[0]?.rows.map(({ name }) => name)).toEqual([
    'LinkedIn Insight Tag',
    'Microsoft Advertising (UET)',
    'Kartra',
    'Google Ads',
    'Meta Pixel',
    'TikTok Pixel',
  ])
})

test('the order does not depend on the order of the assessment', () => {
  expect(matrixGroups({ ...assessment, matrix: assessment.matrix.toReversed() })).toEqual(matrixGroups(assessment))
})

test('a cell that the assessment does not have was not seen', () => {
  const [row] = assessment.matrix
  if (!row) throw new Error('the sample has no row')
  expect(cellsOf(row)('no-choice', 'optin').mark).toBe('both')
  expect(cellsOf(row)('withdrawn', 'optin').mark).toBe('unseen')
})

test('a vendor that stored nothing has no lifetime; one that stored for the session has', () => {
  const rowNamed = (name: string) => assessment.matrix.find((row) => row.name === name) ?? assessment.matrix[0]!
  expect(longestLifetime(rowNamed('Kartra'))).toEqual({ days: 395 })
  expect(longestLifetime(rowNamed('Google Tag Manager'))).toBeNull()
  expect(longestLifetime({ ...rowNamed('Kartra'), longestLifetimeDays: null })).toEqual({ days: null })
})

const agrees = { kind: 'banner-gone', agrees: true, detail: '' } as const
for (const [given, text] of [
  [{ verdict: 'proven', proof: [] }, 'proven'],
  [{ verdict: 'proven', proof: [agrees] }, 'proven, 1 signal'],
  [{ verdict: 'proven', proof: [agrees, agrees, { ...agrees, agrees: false }] }, 'proven, 2 signals'],
  [{ verdict: 'proven', runs: 3, proven: [1, 3] }, 'proven in 2 of 3 runs'],
  [{ verdict: 'no-banner' }, 'no banner'],
  [{ verdict: 'not-offered' }, 'not offered'],
  [{ verdict: 'inconclusive', because: 'the banner stayed' }, 'inconclusive: the banner stayed'],
] as const satisfies readonly (readonly [Partial<StateAssessment>, string])[]) {
  test(`the head of a band says ${text}`, () => {
    expect(verdictText({ state: 'rejected', because: '', runs: 1, proven: [1], proof: [], ...given })).toBe(text)
  })
}
