import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { endpointsOf } from '../../../../scanner/lab/endpoints.ts'
import type { Act } from '../../../../scanner/lab/model.ts'
import { emulations } from '../../../../scanner/lab/vendors/index.ts'
import { tag, tinySite } from '../tiny-site.ts'

const pages = [{ id: 'landing', path: '/', role: 'landing' }] as const
const setup = { account: 'ACCOUNT', cookieDomain: '.tiny.example', pages, contained: [] }

test('every file of the shelf is listed under its own name', () => {
  const files = globSync('scanner/lab/vendors/*.ts').map((path) => basename(path, '.ts'))
  const items = files.filter((name) => name !== 'vendor' && name !== 'index')
  expect(emulations.map(({ id }) => id).toSorted()).toEqual(items.toSorted())
})

for (const emulation of emulations) {
  test(`${emulation.id}: its tag is a script on a host of the vendor, and the same for the same site`, () => {
    const tagged = emulation.tag(setup)
    expect(tagged.via).toBe('script')
    expect(new URL(tagged.url).protocol).toBe('https:')
    expect(tagged.url).not.toContain('lab.example')
    expect(emulation.tag(setup)).toEqual(tagged)
  })

  test(`${emulation.id}: nothing waits longer than 200 ms, and all of it less than 600 ms`, () => {
    const waits = waitsOf([emulation.tag(setup)])
    expect(Math.max(0, ...waits)).toBeLessThanOrEqual(200)
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(600)
  })

  test(`${emulation.id}: what it sets across sites is Secure and SameSite=None, or Chromium would refuse it`, () => {
    const endpoints = [...endpointsOf([tinySite([tag(emulation.id, { landing: 'always' })])]).values()].flat()
    const across = endpoints.filter(({ url }) => !url.hostname.endsWith('tiny.example'))
    expect(across.length).toBeGreaterThan(0)
    for (const { secure, sameSite, name } of across.flatMap(({ answer }) => answer.cookies)) {
      expect({ name, secure, sameSite }).toEqual({ name, secure: true, sameSite: 'None' })
    }
  })
}

function waitsOf(acts: readonly Act[]): readonly number[] {
  return acts.flatMap((act) => {
    const own = act.do === 'after' ? [act.ms] : []
    const inner = act.do === 'load' ? ('acts' in act.answer ? act.answer.acts : []) : 'acts' in act ? act.acts : []
    return [...own, ...waitsOf(inner)]
  })
}
