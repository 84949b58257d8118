import { expect, test } from 'vitest'
import { wordsOf } from '../../../scanner/collectors/page-marks.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { snippetOf } from '../../../scanner/knowledge/snippet.ts'

const fits = (snippet: string, script: string): boolean | undefined => snippetOf(snippet)?.(new Set(wordsOf(script)))

test.each([
  [`fbq('init'`, `!function(f,b,e){}(window);fbq('init', '123'); fbq('track', 'PageView')`, true],
  [`fbq('init'`, `dataLayer.push({ init: 1 })`, false],
  [`gtag('config', 'AW-`, `gtag('js', new Date());gtag("config","AW-123456789")`, true],
  [`gtag('config', 'AW-`, `gtag('js', new Date());gtag("config","G-123456789")`, false],
  [`GTM-`, `(function(w,d,s,l,i){})(window,document,'script','dataLayer','GTM-ABC123');`, true],
  [`secure_base_url='//app.kartra.com/'`, `window.secure_base_url = "//app.kartra.com/";`, true],
  [`window.ADMITAD=window.ADMITAD||{}`, `window.ADMITAD = window.ADMITAD || {};`, true],
])('%s in %s: %s', (snippet, script, expected) => expect(fits(snippet, script)).toBe(expected))

test('a snippet of signs alone is refused', () => expect(snippetOf('({})')).toBeNull())

test('every inline mark of the records is found in itself', () => {
  const marks = loadKnowledge().vendors.flatMap((record) => record.marks.filter(({ kind }) => kind === 'inline'))
  expect(marks.length).toBeGreaterThan(5)
  expect(marks.filter(({ value }) => fits(value, value) !== true)).toEqual([])
})
