import { expect, test } from 'vitest'
import { dataFolder } from '../../../scanner/store/data-folder.ts'

for (const [name, platform, env, home, folder] of [
  ['Linux', 'linux', {}, '/home/ada', '/home/ada/.local/share/tagtrail'],
  ['Linux with XDG', 'linux', { XDG_DATA_HOME: '/data/ada' }, '/home/ada', '/data/ada/tagtrail'],
  ['Linux with a relative XDG', 'linux', { XDG_DATA_HOME: 'data' }, '/home/ada', '/home/ada/.local/share/tagtrail'],
  ['macOS', 'darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/tagtrail'],
  [
    'Windows',
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Local\\tagtrail\\data',
  ],
  ['Windows without its variable', 'win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Local\\tagtrail\\data'],
  ['a chosen folder', 'linux', { TAGTRAIL_DATA: '/mnt/tagtrail', XDG_DATA_HOME: '/x' }, '/home/ada', '/mnt/tagtrail'],
] as const)
  test(`${name}: ${folder}`, () => {
    expect(dataFolder({ platform, env, home })).toBe(folder)
  })
