import { expect, test } from 'vitest'
import { isOtherSite } from '../../../scanner/steps/other-site.ts'

for (const [from, to, isOther] of [
  ['https://shop.example/a', 'https://shop.example/b', false],
  ['https://shop.example/a', 'https://pay.shop.example/', false],
  ['https://shop.example/a', 'https://pay.example/', true],
  ['http://shop.example/a', 'https://shop.example/a', true],
  ['https://anna.github.io/', 'https://bert.github.io/', true],
  ['http://127.0.0.1:4000/', 'http://127.0.0.1:5000/', false],
  ['http://127.0.0.1/', 'http://127.0.0.2/', true],
  ['about:blank', 'https://shop.example/', false],
  ['chrome-error://chromewebdata/', 'https://shop.example/', false],
  ['https://shop.example/', 'no address', false],
] as const)
  test(`${from} and ${to} are ${isOther ? 'two sites' : 'not two sites'}`, () =>
    expect(isOtherSite(from, to)).toBe(isOther))
