import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { bannerSites } from '../../../../scanner/lab/banners/index.ts'
import { isInstalled } from '../../../../scanner/lab/banners/packages.ts'
import { filesOf } from '../../../../scanner/lab/banners/page.ts'

test('every site has a name of its own that can be a host', () => {
  const ids = bannerSites.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
})

test('no two sites would answer one address differently', () => {
  const known = new Map<string, string>()
  const clashes = bannerSites.flatMap((site) =>
    Object.entries(site.files).flatMap(([place, { text }]) => {
      if (!place.startsWith('https:')) return []
      const before = known.get(place) ?? text
      known.set(place, text)
      return before === text ? [] : [place]
    }),
  )
  expect(clashes).toEqual([])
})

test('the libraries the lab is asked for are installed, at least eight of them', () => {
  const needed = [...new Set(bannerSites.flatMap(({ needs }) => needs ?? []))]
  expect(needed.length).toBeGreaterThanOrEqual(8)
  expect(needed.filter((name) => !isInstalled(name))).toEqual([])
})

test('the lab has every configuration and many languages', () => {
  const has = (wanted: (site: (typeof bannerSites)[number]) => boolean): boolean => bannerSites.some(wanted)
  expect(new Set(bannerSites.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12)
  expect({
    none: has(({ truth }) => !truth.banner),
    notOffered: has(({ truth }) => truth.banner && truth.reject.verdicts.includes('not-offered')),
    secondLayer: has(({ truth }) => truth.reject.layer === 2),
    unproven: has(({ truth }) => truth.reject.verdicts[0] === 'inconclusive'),
    leaky: has(({ tags }) => tags.analytics === 'leaky'),
    ignoring: has(({ tags, truth }) => tags.marketing === 'always' && truth.reject.grants?.length === 0),
    consentMode: has(({ consentMode }) => consentMode),
  }).toEqual(
    Object.fromEntries(
      ['none', 'notOffered', 'secondLayer', 'unproven', 'leaky', 'ignoring', 'consentMode'].map((name) => [name, true]),
    ),
  )
})

test.each(bannerSites.map((site) => [site.id, site] as const))('%s: every script of its own can be read', (_, site) => {
  const scripts = Object.values(filesOf(site)).filter(
    ({ type, text }) => type === 'text/javascript' && !text.startsWith('import '),
  )
  for (const { text } of scripts) expect(() => new Script(text)).not.toThrow()
})
