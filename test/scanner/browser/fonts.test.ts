import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fontEnvironment, ownFontConfig } from '../../../scanner/browser/fonts.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tagtrail-fonts-'))
const [config, none, empty, full] = ['fonts.conf', 'none', 'empty', 'full'].map((name) => join(scratch, name)) as [
  string,
  string,
  string,
  string,
]

beforeAll(() => {
  writeFileSync(config, '')
  mkdirSync(join(empty, 'truetype'), { recursive: true })
  mkdirSync(join(full, 'truetype'), { recursive: true })
  writeFileSync(join(full, 'truetype', 'Some.TTF'), '')
})
afterAll(() => rmSync(scratch, { recursive: true }))

for (const [name, folders, configuration, isHelped] of [
  ['fonts and their configuration needs no help', [none, full], config, false],
  ['no font folder is helped', [none], config, true],
  ['empty font folders is helped', [empty], config, true],
  ['fonts but no configuration is helped', [full], join(scratch, 'absent.conf'), true],
] as const)
  test(`a system with ${name}`, () => {
    expect(fontEnvironment('/b', folders, configuration)).toEqual(isHelped ? { FONTCONFIG_FILE: '/b/fonts.conf' } : {})
  })

test('our configuration names our fonts and a cache of our own', () => {
  const xml = ownFontConfig('/home/a&b/bundled-1')
  expect(xml).toContain('<dir>/home/a&amp;b/bundled-1/fonts</dir>')
  expect(xml).toContain('<cachedir>/home/a&amp;b/bundled-1-fonts-cache</cachedir>')
  expect(xml).not.toContain('/tmp')
})
