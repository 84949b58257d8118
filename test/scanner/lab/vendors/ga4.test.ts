import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Google Analytics 4 gets at most 400 days for its cookies, and reports again on leaving', () => {
  expect(alone('ga4', 'G-LAB1')).toEqual({
    requests: ['GET www.googletagmanager.com/gtag/js script', 'POST region1.google-analytics.com/g/collect ping'],
    onLeave: ['POST region1.google-analytics.com/g/collect ping'],
    cookies: ['_ga .tiny.example 400 d script', '_ga_LAB1 .tiny.example 400 d script'],
    storage: [],
  })
})
