import { describe, expect, test } from 'vitest'
import type { ConsentState } from '../../../scanner/model.ts'
import { sessionReplayOfForms } from '../../../scanner/rules/f30-session-replay-of-forms.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { canarySeen, gap, request } from '../../evidence/observations.ts'
import { by, typed, type Scene } from '../../evidence/scene.ts'
import { CLARITY, META } from '../../evidence/vendors.ts'

const recording = (state: ConsentState, stepId = 'optin') =>
  by(CLARITY, request({ state, stepId, url: 'https://tracker.example/collect' }))
const vendors = { 'microsoft-clarity': { kinds: ['session-replay'] } }

const COUNTS_FIRST = { 'microsoft-clarity': { kinds: ['analytics', 'session-replay'] } }
const at = (url: string) => by({ ...CLARITY, item: url.replace('https://', '') }, request({ stepId: 'optin', url }))

const cases: readonly (readonly [string, ConsentState, Scene, readonly string[]])[] = [
  ['without a recorder it does not arise', 'accepted', {}, ['not-applicable critical F30|accepted||']],
  [
    'a pixel records nothing',
    'accepted',
    { seen: [by(META, request({ state: 'accepted' }))] },
    ['not-applicable critical F30|accepted||'],
  ],
  [
    'a recorder on the form before any choice fails',
    'no-choice',
    { seen: [recording('no-choice')] },
    ['fail critical F30|no-choice|microsoft-clarity|'],
  ],
  [
    'a recorder elsewhere before any choice is for a person',
    'no-choice',
    { seen: [recording('no-choice', 'sales')] },
    ['unclear critical F30|no-choice||'],
  ],
  [
    'who counts visits and can record besides is no recorder',
    'no-choice',
    { vendors: COUNTS_FIRST, seen: [at('https://matomo.example/matomo.php')] },
    ['not-applicable critical F30|no-choice||'],
  ],
  [
    'until an address says that it records',
    'no-choice',
    { vendors: COUNTS_FIRST, seen: [at('https://matomo.example/plugins/HeatmapSessionRecording/configs.php')] },
    ['fail critical F30|no-choice|microsoft-clarity|'],
  ],
  [
    'what was typed in its recording fails, accepted or not',
    'accepted',
    { seen: [recording('accepted'), canarySeen({ state: 'accepted', where: 'body', beforeSubmit: true })] },
    ['fail critical F30|accepted|microsoft-clarity|unmasked'],
  ],
  [
    'a recording that cannot be read proves no mask',
    'accepted',
    { seen: [recording('accepted')] },
    ['unclear critical F30|accepted||'],
  ],
  [
    'silence over a gap is unclear',
    'accepted',
    { gaps: [gap({ state: 'accepted', blinds: ['canary-seen'] })] },
    ['unclear critical F30|accepted||'],
  ],
]

describe('F30', () => {
  for (const [name, state, scene, expected] of cases)
    test(name, () =>
      expect(
        lines(judged([sessionReplayOfForms], { plan: { states: [state], steps: typed }, vendors, ...scene })),
      ).toEqual(expected),
    )
})
