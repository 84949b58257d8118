import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { gateOf } from '../../../scanner/scan/gate.ts'
import { at, planOf } from '../../evidence/plan.ts'

const knowledge = loadKnowledge()
const held = (url: string, vendors: readonly string[] = [], resourceType = 'script'): boolean =>
  gateOf(
    planOf({ landing: at('https://shop.example/') }, { gate: { vendors } }),
    knowledge,
  )({ url, method: 'GET', resourceType })

describe('the gate', () => {
  for (const [name, url, vendors, expected] of [
    ['holds advertising back when no vendor is named', 'https://www.facebook.com/tr/?id=1&ev=PageView', [], true],
    ['and statistics', 'https://www.google-analytics.com/g/collect?v=2&tid=G-1', [], true],
    ['leaves the site alone', 'https://shop.example/app.js', [], false],
    ['leaves hosts alone that nobody knows', 'https://cdn.unknown.example/lib.js', [], false],
    ['holds the named vendor back', 'https://www.facebook.com/tr/?id=1&ev=PageView', ['meta-pixel'], true],
    ['and no other', 'https://www.google-analytics.com/g/collect?v=2&tid=G-1', ['meta-pixel'], false],
  ] as const)
    test(name, () => expect(held(url, vendors)).toBe(expected))

  test('lets the visitor go to a page of the funnel, whatever it looks like', () => {
    expect(held('https://shop.example/g/collect?v=2&tid=G-1&cid=1', [], 'document')).toBe(false)
    expect(held('https://shop.example/g/collect?v=2&tid=G-1&cid=1')).toBe(true)
  })
})
