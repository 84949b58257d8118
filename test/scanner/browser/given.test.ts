import { expect, test } from 'vitest'
import type { Machine } from '../../../scanner/browser/find.ts'
import { givenBrowser, readWish } from '../../../scanner/browser/given.ts'

for (const [name, setting, env, wish] of [
  ['nothing given leaves it to us', undefined, {}, null],
  ['empty values count as not given', '', { TAGTRAIL_BROWSER: '', CHROME_PATH: '' }, null],
  [
    'the setting wins over both variables',
    '/s',
    { TAGTRAIL_BROWSER: '/t', CHROME_PATH: '/c' },
    path('/s', '--browser', 'setting'),
  ],
  [
    'TAGTRAIL_BROWSER wins over CHROME_PATH',
    null,
    { TAGTRAIL_BROWSER: '/t', CHROME_PATH: '/c' },
    path('/t', 'TAGTRAIL_BROWSER', 'environment'),
  ],
  ['CHROME_PATH counts last', null, { CHROME_PATH: '/c' }, path('/c', 'CHROME_PATH', 'environment')],
  [
    'TAGTRAIL_BROWSER can ask for the bundled one',
    null,
    { TAGTRAIL_BROWSER: 'bundled', CHROME_PATH: '/c' },
    { kind: 'bundled', name: 'TAGTRAIL_BROWSER' },
  ],
  ['the setting can ask for a download', 'download', {}, { kind: 'download', name: '--browser' }],
  ['CHROME_PATH names a path always', null, { CHROME_PATH: 'bundled' }, path('bundled', 'CHROME_PATH', 'environment')],
] as const)
  test(name, () => {
    expect(readWish(setting, '--browser', env)).toEqual(wish)
  })

test('a given browser comes with its version and where it was given', async () => {
  expect(await givenBrowser(path('/opt/chrome', 'CHROME_PATH', 'environment'), machine)).toEqual({
    path: '/opt/chrome',
    version: '156.0.8078.79',
    source: 'environment',
    env: {},
  })
})

for (const [name, given, message] of [
  ['a path that is nowhere', '/nowhere', /^CHROME_PATH names \/nowhere, and there is no such file; give the path of /],
  [
    'a program that is no browser',
    '/bin/ls',
    /^CHROME_PATH names \/bin\/ls, which is no browser \(it says: ls 9\.1\); /,
  ],
] as const)
  test(`${name} is one line that names it and the way out`, async () => {
    const failure = givenBrowser(path(given, 'CHROME_PATH', 'environment'), machine)
    await expect(failure).rejects.toMatchObject({ code: 'browser-missing', message: expect.stringMatching(message) })
    await expect(failure).rejects.toMatchObject({ message: expect.not.stringContaining('\n') })
  })

const machine: Machine = {
  platform: 'linux',
  env: {},
  home: '/home/ada',
  exists: (file) => file !== '/nowhere',
  runVersion: async (file) =>
    file === '/opt/chrome' ? { version: '156.0.8078.79', said: '' } : { version: null, said: 'ls 9.1' },
}

function path<S extends 'setting' | 'environment'>(given: string, name: string, source: S) {
  return { kind: 'path' as const, given, name, source }
}
