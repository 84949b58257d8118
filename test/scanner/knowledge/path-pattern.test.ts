import { expect, test } from 'vitest'
import { faultOfPattern } from '../../../scanner/knowledge/path-pattern.ts'

test.each([
  '^/bat\\.js$',
  '^/tag/([\\w-]{1,40})$',
  '^/maps/.*$',
  '^/(?:[\\w-]{1,40}/){0,3}gtm\\.js$',
  '^//?process$',
  '^/api(?:/.*)?$',
  '^G-\\w{1,64}$',
])('%s is safe', (pattern) => expect(faultOfPattern(pattern)).toBeNull())

test.each([
  ['/bat\\.js$', 'begin it with'],
  ['^/bat\\.js', 'end it with'],
  ['^/(a+)+$', 'bound every repeat'],
  ['^/a*b$', 'bound every repeat'],
  ['^/\\w+$', 'bound every repeat'],
  ['^/a{2,}$', 'bound every repeat'],
  ['^/.*x.*$', 'bound every repeat'],
  ['^/(?:\\w{1,9}){1,9}$', 'repeat a group'],
  ['^/(\\w)\\1$', 'back-references'],
  ['^/(?=a)a$', 'look-arounds'],
  ['^/([a$', 'no valid'],
  ['^/\\w{1,99}\\d{1,99}[a-f]{1,99}$', 'at most two'],
  [`^/${'a'.repeat(200)}$`, 'shorten'],
])('%s is refused', (pattern, why) => expect(faultOfPattern(pattern)).toContain(why))
