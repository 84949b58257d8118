import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('reCAPTCHA keeps state on google.com, in a cookie and in a frame', () => {
  expect(alone('recaptcha', '6LdLab')).toEqual({
    requests: [
      'GET www.google.com/recaptcha/api.js script',
      'GET www.gstatic.com/recaptcha/releases/lab0pQ2vX1mZkT7wYfR4s/recaptcha__en.js script',
      'GET www.google.com/recaptcha/api2/anchor document',
    ],
    onLeave: [],
    cookies: ['_GRECAPTCHA www.google.com 180 d http'],
    storage: [
      'local www.tiny.example _grecaptcha',
      'local www.google.com rc::a',
      'local www.google.com rc::f',
      'session www.google.com rc::c',
    ],
  })
})
