import { describe, expect, test } from 'vitest'
import { held } from '../../../scanner/judge/held.ts'
import type { ObservationOf, Proof } from '../../../scanner/model.ts'
import { banner, choice } from '../../evidence/observations.ts'
import { scene } from '../../evidence/scene.ts'

const { evidence } = scene({ plan: { states: ['rejected'] } })
const proof: readonly Proof[] = [
  { kind: 'trusted-click', agrees: true, detail: 'clicked' },
  { kind: 'banner-gone', agrees: true, detail: 'gone' },
  { kind: 'stored-choice', agrees: true, detail: 'OneTrust says denied' },
]
const STRING: Proof = { kind: 'consent-string', agrees: true, detail: 'TCF says denied' }
const made = choice({ journey: 'rejected', stepId: 'optin', because: 'so', proof })
const look = (stepId: string, visible: boolean): ObservationOf<'banner'> =>
  banner({ state: 'rejected', stepId, visible })
const added = (answer: ReturnType<typeof held>): readonly string[] =>
  answer.proof.slice(proof.length).map(({ agrees, detail }) => `${agrees ? 'agrees' : 'contradicts'}: ${detail}`)

describe('a choice that was proven', () => {
  test('is borne out by pages without a banner', () => {
    const answer = held(evidence, made, [look('optin', false), look('sales', false), look('checkout', false)])
    expect(answer).toMatchObject({ verdict: 'proven', because: 'so' })
    expect(added(answer)).toEqual([
      'agrees: there was no banner when Opt-in was loaded again',
      'agrees: there was no banner on Sales, Checkout',
    ])
  })

  test('is not proven any more when its own page asks again', () => {
    const answer = held(evidence, made, [look('optin', true)])
    expect(answer).toMatchObject({
      verdict: 'inconclusive',
      because: 'so; but the banner was back when Opt-in was loaded again',
    })
  })

  test('unless three other kinds of signal agree; the contradiction stays', () => {
    const answer = held(evidence, choice({ ...made, proof: [...proof, STRING] }), [look('optin', true)])
    expect(answer.verdict).toBe('proven')
    expect(answer.proof.at(-1)).toMatchObject({ kind: 'banner-gone', agrees: false })
  })

  test('stands when a later page asks again, and the contradiction is told', () => {
    const answer = held(evidence, made, [look('optin', false), look('sales', true)])
    expect(answer.verdict).toBe('proven')
    expect(added(answer).at(-1)).toBe('contradicts: the banner was back on Sales')
  })
})

test('a banner that was only closed may come back, and what was not proven stays so', () => {
  for (const given of [choice({ ...made, choice: 'close' }), choice({ ...made, verdict: 'inconclusive' })]) {
    const { verdict, because } = given
    expect(held(evidence, given, [look('optin', true)])).toEqual({ verdict, because, proof })
  }
})
