import { expect, test } from 'vitest'
import { hiddenSecrets, revealedSecrets } from '../../../main/service/hidden-secrets.ts'

const SECRET = {
  name: 'Shop',
  access: {
    basicAuth: { username: 'staging', password: 'sesame' },
    headers: { 'X-Preview': 'token-1', 'X-Empty': '' },
    proxy: 'http://ann:pass@proxy.example:8080',
    hostMap: { 'shop.example': '127.0.0.1:8443' },
  },
}

test('what lets a scan in is hidden, and nothing else; left so, it is what it was', () => {
  const hidden = hiddenSecrets(SECRET)
  expect(hidden).toMatchObject({
    name: 'Shop',
    access: {
      basicAuth: { username: 'staging', password: '••••••••' },
      headers: { 'X-Preview': '••••••••', 'X-Empty': '' },
      proxy: 'http://ann:••••••••@proxy.example:8080',
      hostMap: SECRET.access.hostMap,
    },
  })
  expect(revealedSecrets(hidden ?? {}, SECRET)).toEqual(SECRET)
})

test('what was typed in the place of what is hidden counts', () => {
  const typed = {
    ...SECRET,
    access: { basicAuth: { username: 'staging', password: 'new' }, headers: { 'X-Preview': '••••••••' }, proxy: null },
  }
  expect(revealedSecrets(typed, SECRET)).toEqual({
    ...typed,
    access: { ...typed.access, headers: { 'X-Preview': 'token-1' } },
  })
})

for (const [name, draft] of [
  ['without any', { name: 'Shop', access: { hostMap: {} } }],
  ['with a proxy that has no password', { access: { proxy: 'http://proxy.example:8080' } }],
  ['whose access is no group of keys', { access: 'none' }],
  ['whose parts are of other kinds', { access: { basicAuth: 'none', headers: ['a'], proxy: 7 } }],
] as const)
  test(`a draft ${name} hides nothing, and stays as it is`, () => {
    expect(hiddenSecrets(draft)).toBeNull()
    expect(revealedSecrets(draft, SECRET)).toEqual(draft)
  })
