import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packedFiles } from '../../main/packed-files.ts'
import { bannerSites } from '../../scanner/lab/banners/index.ts'

const packages = join(import.meta.dirname, '../../node_modules')
const packed = globSync([...packedFiles], { cwd: packages })

test('every library a banner of the lab asks for is packed, but the one for developers', () => {
  const asked = bannerSites.flatMap(({ head, body, files }) =>
    [head, body, ...Object.values(files).map(({ text }) => text)].flatMap((text) =>
      [...text.matchAll(/\/npm\/([^"'\s]+)/g)].map(([, path = '']) => path),
    ),
  )
  expect(asked.length).toBeGreaterThan(10)
  const missing = asked.filter((path) => !packed.includes(path) && !path.startsWith('tarteaucitronjs/'))
  expect(missing).toEqual([])
})

test("autoconsent's rules and its code are packed", () => {
  const { resolve } = createRequire(import.meta.url)
  const wanted = ['@duckduckgo/autoconsent', '@duckduckgo/autoconsent/rules/rules.json'].map((name) => resolve(name))
  expect(wanted.filter((path) => !packed.some((each) => join(packages, each) === path))).toEqual([])
})

test('no pattern stands for nothing', () => {
  expect(packedFiles.filter((pattern) => globSync(pattern, { cwd: packages }).length === 0)).toEqual([])
})
