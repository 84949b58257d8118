import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest'
import { submit } from '../../../scanner/steps/submit.ts'
import { url } from '../../../scanner/steps/url.ts'
import { openRealBrowser, type RealBrowser, type Visit } from '../../evidence/real-browser.ts'

const pages = {
  'shop.example/page': `
    <form id="old" action="/thanks" method="post"><input name="email"><button>Sign up</button></form>
    <form id="new"><button>Subscribe</button><output></output></form>
    <script>
      document.getElementById('new').onsubmit = (event) => {
        event.preventDefault()
        fetch('/subscribe', { method: 'POST' }).then(() => (document.querySelector('output').value = 'Thanks'))
      }
    </script>`,
  'shop.example/embedding': '<iframe src="https://forms.example/form"></iframe>',
  'forms.example/form': '<form action="/sent" method="post"><button>Send</button></form>',
  'forms.example/sent': '<title>Sent</title>',
  'shop.example/thanks': '<title>Thanks</title>',
  'shop.example/subscribe': 'ok',
}
const signal = new AbortController().signal

let browser: RealBrowser
let visit: Visit
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())
beforeEach(async () => {
  visit = await browser.visit()
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/page' }, { timeoutMs: 1500, signal })
})
afterEach(() => visit.visitor.forget())

test('a form that leads to a page of thanks brings the visitor there', async () => {
  const go = { kind: 'submit', target: { role: 'button', name: 'Sign up' } } as const
  expect(await submit.perform(visit.page, go, { timeoutMs: 1500, signal })).toEqual({ requestedUrl: null })
  await expect.poll(() => new URL(visit.page.url()).pathname).toBe('/thanks')
})

test('the moment of sending is told', async () => {
  const hits: string[][] = []
  const onSubmit = (): void =>
    void hits.push(browser.internet.hits.map(({ at }) => at).filter((at) => /thanks/.test(at)))
  const before = browser.internet.hits.filter(({ at }) => /thanks/.test(at)).length
  const go = { kind: 'submit', target: { role: 'button', name: 'Sign up' } } as const
  await submit.perform(visit.page, go, { timeoutMs: 1500, signal, onSubmit })
  expect(hits).toEqual([expect.objectContaining({ length: before })])
})

test('a form that is sent by a script leaves the visitor where the thanks are shown', async () => {
  const go = { kind: 'submit', target: { role: 'button', name: 'Subscribe' } } as const
  expect(await submit.perform(visit.page, go, { timeoutMs: 1500, signal })).toEqual({ requestedUrl: null })
  expect(browser.internet.hits.map(({ at }) => at)).toContain('shop.example/subscribe')
  expect(new URL(visit.page.url()).pathname).toBe('/page')
})

test('a form that nobody can see is refused in a sentence', async () => {
  const go = { kind: 'submit', target: { selector: '#none' } } as const
  await expect(submit.perform(visit.page, go, { timeoutMs: 300, signal })).rejects.toThrow(
    'nothing visible on https://shop.example/page matches the selector #none',
  )
})

test('a form in a frame of another site is sent, and its answer in the frame is waited for', async () => {
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/embedding' }, { timeoutMs: 1500, signal })
  const go = { kind: 'submit', target: { role: 'button', name: 'Send' } } as const
  await submit.perform(visit.page, go, { timeoutMs: 5000, signal })
  expect(browser.internet.hits.map(({ method, at }) => `${method} ${at}`)).toContain('POST forms.example/sent')
  expect(new URL(visit.page.url()).pathname).toBe('/embedding')
})
