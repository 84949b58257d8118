import { expect, test } from 'vitest'
import { fitsPath, MAX_PATH, pathShape } from '../../../scanner/knowledge/path-shape.ts'

test.each([
  ['^/js/tracking\\.js$', '/js/tracking.js'],
  ['^/hb/bid$', '/hb/bid'],
  ['^/plugins/.*$', '/plugins/'],
  ['^/turnstile/.{0,160}$', '/turnstile/'],
])('%s is told without a pattern', (path, start) => {
  const shape = pathShape(path)
  expect(shape.start).toBe(start)
  expect(shape.pattern()).toBeNull()
})

const LONG = `/${'x'.repeat(1_000)}`

/** Fits or not, as the pattern itself says. */
test.each([
  ['^/js/tracking\\.js$', ['/js/tracking.js', '/js/trackingxjs', '/js/tracking.js/', '/js/tracking']],
  ['^/p/(?:action|hits)/([\\w.]{1,40})$', ['/p/action/a.b', '/p/', '/q/action/a', '/p/hits/']],
  ['^/record/?$', ['/record', '/record/', '/recor', '/records']],
  ['^/v\\d{1,2}\\.js$', ['/v1.js', '/v123.js', '/v.js']],
  ['^/a|/b$', ['/a', '/b', '/c', '/x/b']],
  ['^/.{0,5}$', ['/', '/12345', '/123456']],
  ['^/.{0,999}$', ['/', LONG]],
  ['^/.*$', ['/', LONG]],
  ['^/x{1,3}$', ['/x', '/xxx', '/xxxx', '/']],
  ['^/(?:a/(?:b|c)|d)/e$', ['/a/b/e', '/d/e', '/a/e']],
])('%s fits what its pattern fits', (pattern, paths) => {
  const whole = new RegExp(pattern)
  for (const path of paths) expect(fitsPath(pathShape(pattern), path)).toBe(whole.test(path.slice(0, MAX_PATH)))
})
