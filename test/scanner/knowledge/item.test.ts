import { expect, test } from 'vitest'
import { nameItem, requestItem, shapedItem } from '../../../scanner/knowledge/item.ts'

const at = (path: string) => ({ host: 'a.example', path, query: '' })

test.each([
  ['/js/main.js', 'a.example/js/main.js'],
  ['/p/123456/x', 'a.example/p/*/x'],
  ['/c/site-1234567.js', 'a.example/c/site-*.js'],
  ['/app.0cc175b9c0f1b6a831c3.js', 'a.example/app.*.js'],
  ['/u/3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'a.example/u/*'],
  ['/v2/checkout', 'a.example/v2/checkout'],
  ['/facade/decade', 'a.example/facade/decade'],
])('an unknown request to %s is called %s', (path, item) => expect(requestItem(at(path))).toBe(item))

test.each([
  ['^/tag/(\\w{1,20})$', '/tag/abcd', 'a.example/tag/*'],
  ['^/x/(\\w{1,20})/x(?:/(\\w{1,20}))?$', '/x/x/x', 'a.example/x/*/x'],
  ['^/(?:api|enterprise)\\.js$', '/api.js', 'a.example/api.js'],
])('with the shape %s the request to %s is called %s', (shape, path, item) =>
  expect(shapedItem(at(path), new RegExp(shape, 'd'))).toBe(item),
)

test.each([
  ['variant', 'variant'],
  ['visit_1763712000', 'visit_*'],
  ['wp-settings-12', 'wp-settings-12'],
  ['popup-0cc175b9c0f1b6a8-seen', 'popup-*-seen'],
  ['amplitude_3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'amplitude_*'],
])('the unknown name %s is called %s', (name, item) => expect(nameItem(name)).toBe(item))

test('a long name is cut', () => expect(nameItem('word-'.repeat(10_000)).length).toBe(160))
