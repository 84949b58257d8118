import { expect, test } from 'vitest'
import { cachePlaces } from '../../../scanner/browser/cache-folder.ts'

const ada = { home: '/home/ada', temporary: '/tmp', user: '1000' }

for (const [name, platform, env, place] of [
  ['Linux keeps it under .cache', 'linux', {}, '/home/ada/.cache/tagtrail'],
  ['Linux follows XDG_CACHE_HOME', 'linux', { XDG_CACHE_HOME: '/var/cache/ada' }, '/var/cache/ada/tagtrail'],
  ['a relative XDG_CACHE_HOME is void', 'linux', { XDG_CACHE_HOME: 'cache' }, '/home/ada/.cache/tagtrail'],
  ['macOS keeps it under Library/Caches', 'darwin', {}, '/home/ada/Library/Caches/tagtrail'],
  ['Windows follows LOCALAPPDATA', 'win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\tagtrail'],
] as const)
  test(name, () => {
    expect(cachePlaces({ platform, env, ...ada })[0]).toBe(place)
  })

test('the last resort in the temporary folder is named by the user', () => {
  expect(cachePlaces({ platform: 'linux', env: {}, ...ada }).at(-1)).toBe('/tmp/tagtrail-1000')
})
