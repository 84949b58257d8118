import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('LinkedIn Insight stores on linkedin.com, by a redirect too', () => {
  expect(alone('linkedin', '4417290')).toEqual({
    requests: [
      'GET snap.licdn.com/li.lms-analytics/insight.min.js script',
      'GET px.ads.linkedin.com/collect image',
      'GET www.linkedin.com/px/li_sync image',
    ],
    onLeave: [],
    cookies: ['lidc .linkedin.com 1 d http', 'bcookie .linkedin.com 365 d http', 'li_sugr .linkedin.com 90 d http'],
    storage: ['local www.tiny.example li_adsId'],
  })
})

test('LinkedIn Insight stores li_fat_id only when the address brings the click id', () => {
  expect(alone('linkedin', '4417290', { arrival: 'li_fat_id=8f3a' }).cookies).toContain(
    'li_fat_id .tiny.example 30 d script',
  )
  expect(alone('linkedin', '4417290').cookies.join()).not.toContain('li_fat_id')
})
