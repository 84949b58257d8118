import { expect, test } from 'vitest'
import { findingWhyText, itemWhyText } from '../../../main/comparison-text/why.ts'
import type { FindingWhy, ItemWhy } from '../../../scanner/model.ts'

const steps = [{ id: 'sales', label: 'Sales', role: 'sales', in: 'both' }] as const
const blind = (blindness: Extract<FindingWhy, { kind: 'blind' }>['blindness']): FindingWhy => ({
  kind: 'blind',
  side: 'after',
  blindness,
})

const FINDINGS: readonly (readonly [FindingWhy, string])[] = [
  [blind({ kind: 'unseen-page', stepIds: ['sales'] }), 'In the later scan Sales could not be seen before any choice.'],
  [
    blind({ kind: 'unproven', verdict: 'inconclusive', because: 'the banner stayed' }),
    'In the later scan what happens before any choice was not proven (the banner stayed).',
  ],
  [blind({ kind: 'no-such-state' }), 'In the later scan nobody looked at what happens before any choice.'],
  [blind({ kind: 'rule-not-asked' }), 'In the later scan this rule was not asked.'],
  [
    { kind: 'some-runs', side: 'before', runs: 1, of: 3 },
    'In the earlier scan it was seen in 1 of 3 proven runs only.',
  ],
  [{ kind: 'new-on', stepIds: ['sales', 'gone'] }, 'New on Sales, gone.'],
]

test('why something is said of a finding is told in a sentence', () => {
  for (const [why, expected] of FINDINGS) expect(findingWhyText(why, 'no-choice', steps)).toBe(expected)
})

const ITEMS: readonly (readonly [ItemWhy, string])[] = [
  [{ kind: 'lifetime', before: null, after: 30 }, 'It lived for the session and lives 30 days.'],
  [{ kind: 'category', before: 'functional', after: 'marketing' }, 'It was functional and is marketing.'],
  [{ kind: 'same-site', before: 'Lax', after: 'None' }, 'Its attribute SameSite was Lax and is None.'],
]

test('what changed of a cookie is told in a sentence', () => {
  for (const [why, expected] of ITEMS) expect(itemWhyText(why)).toBe(expected)
})
