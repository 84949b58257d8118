import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { scanFilesIn } from '../../main/opened-files.ts'

const FOLDER = resolve('/home/ann/Müller & Söhne')

for (const [name, word, is] of [
  ['a name in that folder', 'shop.tagtrail', resolve(FOLDER, 'shop.tagtrail')],
  ['a whole path', resolve('/tmp/a b.tagtrail'), resolve('/tmp/a b.tagtrail')],
  ['an address, as desktops of Linux give it', pathToFileURL('/tmp/ü b.tagtrail').href, resolve('/tmp/ü b.tagtrail')],
  ['capitals', 'SHOP.TAGTRAIL', resolve(FOLDER, 'SHOP.TAGTRAIL')],
] as const)
  test(`${name} is a scan to be opened`, () => expect(scanFilesIn([word], FOLDER)).toEqual([is]))

for (const word of [
  '--out=shop.tagtrail',
  '.',
  'shop.zip',
  'https://x.example/shop.tagtrail',
  'file://host%zz.tagtrail',
])
  test(`${word} is none`, () => expect(scanFilesIn([word], FOLDER)).toEqual([]))
