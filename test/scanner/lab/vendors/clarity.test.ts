import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Clarity records the session, sends it in pieces and once more on leaving', () => {
  expect(alone('clarity', 'lab7k2')).toEqual({
    requests: [
      'GET www.clarity.ms/tag/lab7k2 script',
      'GET scripts.clarity.ms/0.8.5/clarity.js script',
      'POST a.clarity.ms/collect xhr',
      'GET c.clarity.ms/c.gif image',
    ],
    onLeave: ['POST a.clarity.ms/collect ping'],
    cookies: [
      'CLID www.clarity.ms 365 d http',
      '_clck .tiny.example 365 d script',
      '_clsk .tiny.example 1 d script',
      'SM .c.clarity.ms session http',
    ],
    storage: ['session www.tiny.example _cltk'],
  })
})
