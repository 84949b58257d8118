import { expect, test } from 'vitest'
import { url } from '../../../scanner/steps/url.ts'
import { fakePage } from '../../evidence/fake-page.ts'

const options = { timeoutMs: 1000, signal: new AbortController().signal }
const LANDING = 'https://shop.example/landing'

test('the visitor goes to the address of the step', async () => {
  const { page, visits } = fakePage()
  expect(await url.perform(page, { kind: 'url', url: LANDING }, options)).toEqual({ requestedUrl: LANDING })
  expect(visits).toEqual([LANDING])
})

test('the page of another site is left for an empty one first, whether or not that goes well', async () => {
  for (const failures of [{}, { 'about:blank': 'Navigation timeout of 2000 ms exceeded' }]) {
    const { page, visits } = fakePage(failures)
    for (const address of [LANDING, 'https://shop.example/next', 'https://pay.example/'])
      await url.perform(page, { kind: 'url', url: address }, options)
    expect(visits).toEqual([LANDING, 'https://shop.example/next', 'about:blank', 'https://pay.example/'])
  }
})

test('an address nobody answers at is refused with the browser’s reason', async () => {
  const { page } = fakePage({ [LANDING]: 'net::ERR_NAME_NOT_RESOLVED' })
  await expect(url.perform(page, { kind: 'url', url: LANDING }, options)).rejects.toThrow('net::ERR_NAME_NOT_RESOLVED')
})
