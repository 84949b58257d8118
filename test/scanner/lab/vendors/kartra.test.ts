import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Kartra stores a visitor id and tells on leaving how long the page was read', () => {
  expect(alone('kartra', 'Lb7Kq2Rx')).toEqual({
    requests: [
      'GET app.kartra.com/resources/js/analytics/Lb7Kq2Rx script',
      'GET app.kartra.com/resources/js/page_check script',
    ],
    onLeave: ['POST app.kartra.com/analytics/visitorTime/6d198639d244 ping'],
    cookies: ['kuuid www.tiny.example 365 d script', 'kartrapage_popwindow/ www.tiny.example 30 d script'],
    storage: ['local www.tiny.example countdown-6d198639d244'],
  })
})

test('Kartra remembers the affiliate only when the address names one', () => {
  const { cookies } = alone('kartra', 'Lb7Kq2Rx', { arrival: 'kaff=partner7&kmid=41' })
  expect(cookies).toContain('kaff_41 www.tiny.example 30 d script')
  expect(alone('kartra', 'Lb7Kq2Rx', { arrival: 'kaff=partner7' }).cookies.join()).not.toContain('kaff')
})
