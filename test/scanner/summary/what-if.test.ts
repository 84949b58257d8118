import { describe, expect, test } from 'vitest'
import { effectsOf } from '../../../scanner/judge/effects.ts'
import { statesOf } from '../../../scanner/judge/states.ts'
import type { WhatIf, WhatIfItem } from '../../../scanner/model.ts'
import { whatIfOf } from '../../../scanner/summary/what-if.ts'
import { choice, cookieWrite, page, request } from '../../evidence/observations.ts'
import { by, scene, STEPS, type Scene } from '../../evidence/scene.ts'
import { CLARITY, META, NOBODY } from '../../evidence/vendors.ts'

function whatIf(seen: Scene['seen'], given: Scene = {}): WhatIf | null {
  const { evidence, sightings } = scene({
    plan: { states: ['accepted', 'gated'] },
    ...given,
    ...(seen ? { seen } : {}),
  })
  return whatIfOf(evidence, sightings, { states: statesOf(evidence), effects: effectsOf(evidence, sightings) })
}

const told = (items: readonly WhatIfItem[] | undefined) =>
  items?.map(({ name, kind, item }) => `${name} ${kind} ${item}`)
const PIXEL = { url: 'https://tracker.example/tr' }
const sent = by(META, request({ state: 'accepted', ...PIXEL }))
const held = by(META, request({ state: 'gated', ...PIXEL, fate: 'blocked', failure: 'held-back' }))
const stored = by(META, cookieWrite({ state: 'accepted', name: '_fbp' }))

describe('holding vendors back', () => {
  test('shows what is gone: the request, and the cookie it would have set', () => {
    const answer = whatIf([sent, stored, held])
    expect(answer).toMatchObject({
      held: [{ vendor: 'meta-pixel', name: 'Meta Pixel' }],
      leaks: [],
      broken: [],
      stepsLost: [],
    })
    expect(told(answer?.gone)).toEqual(['Meta Pixel request tracker.example/tr', 'Meta Pixel cookie-write _fbp'])
  })

  test('shows what of them was there all the same', () => {
    const leak = by(META, cookieWrite({ state: 'gated', name: '_fbp' }))
    const answer = whatIf([sent, stored, held, leak])
    expect(told(answer?.leaks)).toEqual(['Meta Pixel cookie-write _fbp'])
    expect(told(answer?.gone)).toEqual(['Meta Pixel request tracker.example/tr'])
  })

  test('leaves alone what others do as before', () => {
    const other = (state: 'accepted' | 'gated') => by(CLARITY, request({ state, url: 'https://c.example/x' }))
    expect(told(whatIf([sent, held, other('accepted'), other('gated')])?.gone)).toEqual([
      'Meta Pixel request tracker.example/tr',
    ])
  })

  test('says what else stopped working', () => {
    const player = { url: 'https://video.example/play.js' }
    const answer = whatIf([
      sent,
      held,
      by(NOBODY, request({ state: 'accepted', ...player })),
      by(NOBODY, request({ state: 'gated', ...player, fate: 'failed', failure: 'net::ERR_ABORTED' })),
    ])
    expect(told(answer?.broken)).toEqual(['cdn.unknown.example request video.example/play.js'])
  })

  test('says which pages are no longer reached', () => {
    expect(whatIf([sent, held], { unvisited: ['gated checkout'] })?.stepsLost).toEqual(['checkout'])
    expect(whatIf([sent, held, page({ state: 'gated', stepId: 'sales', status: 500 })])?.stepsLost).toEqual(['sales'])
  })

  test('says which request had led to what is no longer stored, behind calls and answers', () => {
    const script = { url: 'https://tracker.example/tag.js', resourceType: 'script' }
    const stack = [{ function: 'set', url: script.url, line: 1, column: 1 }]
    const answer = whatIf([
      by(META, request({ state: 'accepted', ...script, at: 1 })),
      by(META, cookieWrite({ state: 'accepted', name: '_fbp', stack, at: 2 })),
      by(NOBODY, cookieWrite({ state: 'accepted', name: 'own', stack: [], at: 2 })),
      by(META, request({ state: 'gated', ...script, fate: 'blocked', failure: 'held-back' })),
    ])
    expect(told(answer?.gone)).toContain('cdn.unknown.example cookie-write own')
    expect(answer?.without.map((each) => [each.by.item, told(each.stored)])).toEqual([
      ['tracker.example/tag.js', ['Meta Pixel cookie-write _fbp']],
    ])
  })

  test('says which forms no longer lead on, and which frames are empty', () => {
    const steps = STEPS.map((step) =>
      step.id === 'checkout' ? { ...step, go: { kind: 'submit', target: { selector: 'form' } } as const } : step,
    )
    const frame = { url: 'https://tracker.example/embed', resourceType: 'document', frameId: 'F2' }
    const answer = whatIf(
      [
        sent,
        held,
        by(META, request({ state: 'accepted', ...frame })),
        by(META, request({ state: 'gated', ...frame, fate: 'blocked', failure: 'held-back' })),
      ],
      { plan: { states: ['accepted', 'gated'], steps }, unvisited: ['gated checkout'] },
    )
    expect(answer?.forms).toEqual({ sent: ['checkout'], lost: ['checkout'] })
    expect(told(answer?.embeds)).toEqual(['Meta Pixel request tracker.example/embed'])
  })

  test('is not asked where one of the two was not proven, or not scanned', () => {
    expect(whatIf([choice({ journey: 'gated', choice: 'accept', verdict: 'inconclusive' })])).toBeNull()
    expect(whatIf(undefined, { plan: { states: ['accepted'] } })).toBeNull()
  })
})
