import { expect, test } from 'vitest'
import { knownPlaces, searchPath } from '../../../scanner/browser/known-places.ts'

const linux = { platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin:.:/snap/bin' }, home: '/home/ada' } as const
const mac = { platform: 'darwin', env: {}, home: '/Users/ada' } as const
const windows = {
  platform: 'win32',
  env: {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
  },
  home: 'C:\\Users\\ada',
} as const

for (const [system, places, earlier, later] of [
  ['Linux', linux, '/usr/local/bin/google-chrome-stable', '/usr/bin/google-chrome-stable'],
  ['Linux', linux, '/usr/bin/google-chrome', '/usr/bin/google-chrome-beta'],
  ['Linux', linux, '/usr/bin/google-chrome-unstable', '/usr/bin/microsoft-edge'],
  ['Linux', linux, '/usr/bin/microsoft-edge-dev', '/usr/bin/brave-browser'],
  ['Linux', linux, '/usr/bin/brave-browser', '/usr/bin/chromium'],
  ['Linux', linux, '/usr/bin/chromium', '/opt/google/chrome/chrome'],
  ['Linux', linux, '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
  ['Linux', linux, '/snap/bin/chromium', '/var/lib/flatpak/exports/bin/com.google.Chrome'],
  ['Linux', linux, '/snap/bin/chromium', '/home/ada/.local/share/flatpak/exports/bin/org.chromium.Chromium'],
  ['macOS', mac, app('Google Chrome'), app('Google Chrome', '/Users/ada/Applications')],
  ['macOS', mac, app('Google Chrome', '/Users/ada/Applications'), app('Google Chrome Beta')],
  ['macOS', mac, app('Google Chrome Canary'), app('Microsoft Edge')],
  ['macOS', mac, app('Microsoft Edge'), app('Brave Browser')],
  ['macOS', mac, app('Brave Browser'), app('Chromium')],
  [
    'Windows',
    windows,
    exe('Google\\Chrome\\Application\\chrome.exe'),
    exe('Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)'),
  ],
  [
    'Windows',
    windows,
    exe('Google\\Chrome\\Application\\chrome.exe', 'C:\\Users\\ada\\AppData\\Local'),
    exe('Google\\Chrome Beta\\Application\\chrome.exe'),
  ],
  [
    'Windows',
    windows,
    exe('Google\\Chrome SxS\\Application\\chrome.exe', 'C:\\Users\\ada\\AppData\\Local'),
    exe('Microsoft\\Edge\\Application\\msedge.exe', 'C:\\Program Files (x86)'),
  ],
  [
    'Windows',
    windows,
    exe('Microsoft\\Edge\\Application\\msedge.exe'),
    exe('BraveSoftware\\Brave-Browser\\Application\\brave.exe'),
  ],
  [
    'Windows',
    windows,
    exe('BraveSoftware\\Brave-Browser\\Application\\brave.exe'),
    exe('Chromium\\Application\\chrome.exe', 'C:\\Users\\ada\\AppData\\Local'),
  ],
] as const)
  test(`on ${system} ${earlier} is tried before ${later}`, () => {
    const all = knownPlaces(places)
    expect(all).toContain(earlier)
    expect(all.indexOf(later)).toBeGreaterThan(all.indexOf(earlier))
  })

for (const places of [linux, mac, windows])
  test(`on ${places.platform} no place is tried twice`, () => {
    expect(new Set(knownPlaces(places)).size).toBe(knownPlaces(places).length)
  })

test('on Windows without a Program Files the places of the user remain', () => {
  const all = knownPlaces({ ...windows, env: {} })
  expect(all).toContain('C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe')
  expect(all.every((path) => path.startsWith('C:\\Users\\ada\\'))).toBe(true)
})

test('a relative folder on the search path is passed over', () => {
  expect(searchPath({ platform: 'linux', env: { PATH: '.:bin:/usr/bin' } }, ['chromium'])).toEqual([
    '/usr/bin/chromium',
  ])
})

function app(name: string, folder = '/Applications'): string {
  return `${folder}/${name}.app/Contents/MacOS/${name}`
}

function exe(file: string, folder = 'C:\\Program Files'): string {
  return `${folder}\\${file}`
}
