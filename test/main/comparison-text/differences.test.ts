import { expect, test } from 'vitest'
import { differenceText } from '../../../main/comparison-text/differences.ts'
import type { Difference } from '../../../scanner/model.ts'

const CASES: readonly (readonly [Difference, string])[] = [
  [{ kind: 'steps', before: 'optin', after: 'optin, sales' }, 'The steps differ: optin before, optin, sales now.'],
  [{ kind: 'rules', before: '', after: 'F08' }, 'The rules differ: none before, F08 now.'],
  [
    { kind: 'language', before: 'en-GB', after: 'de-DE' },
    'The language of the visitor differs: en-GB before, de-DE now. The site may have answered otherwise for that.',
  ],
  [
    { kind: 'unproven', side: 'after', state: 'rejected', verdict: 'inconclusive', because: 'the banner stayed' },
    'The later scan says nothing of what happens after reject (the banner stayed).',
  ],
  [{ kind: 'not-ended', side: 'before' }, 'The earlier scan did not come to its end.'],
]

test('in what two scans were made otherwise is told in a sentence', () => {
  for (const [difference, expected] of CASES) expect(differenceText(difference)).toBe(expected)
})
