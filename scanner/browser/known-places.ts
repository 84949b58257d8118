import { posix, win32 } from 'node:path'

/** What tells where programs are on a machine. */
export interface Places {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}

/** Every place a browser is installed to, best first: Chrome from stable to canary, Edge, Brave, Chromium. */
export function knownPlaces({ platform, env, home }: Places): readonly string[] {
  if (platform === 'win32') return windowsPlaces(env, home)
  if (platform === 'darwin') return macPlaces(home)
  return linuxPlaces(env, home)
}

/** The places of these program names on the search path; relative folders on it are nobody's to trust. */
export function searchPath({ platform, env }: Omit<Places, 'home'>, names: readonly string[]): readonly string[] {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? win32 : posix
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'google-chrome-beta',
  'google-chrome-unstable',
  'google-chrome-canary',
  'microsoft-edge-stable',
  'microsoft-edge',
  'microsoft-edge-beta',
  'microsoft-edge-dev',
  'brave-browser-stable',
  'brave-browser',
  'brave-browser-beta',
  'brave-browser-nightly',
  'chromium',
  'chromium-browser',
]

/** For a PATH too short to hold them, such as a service's. */
const LINUX_FILES = [
  '/opt/google/chrome/chrome',
  '/opt/google/chrome-beta/chrome',
  '/opt/google/chrome-unstable/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/microsoft/msedge-beta/msedge',
  '/opt/microsoft/msedge-dev/msedge',
  '/opt/brave.com/brave/brave',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
]

/** Last, because their sandboxes see neither hidden folders nor our pipe in every version. */
const SNAPS = ['chromium', 'brave']
const FLATPAKS = ['com.google.Chrome', 'com.microsoft.Edge', 'com.brave.Browser', 'org.chromium.Chromium']

function linuxPlaces(env: NodeJS.ProcessEnv, home: string): readonly string[] {
  const exports = ['/var/lib/flatpak/exports/bin', posix.join(home, '.local/share/flatpak/exports/bin')]
  const boxed = [
    ...SNAPS.map((name) => posix.join('/snap/bin', name)),
    ...exports.flatMap((folder) => FLATPAKS.map((id) => posix.join(folder, id))),
  ]
  const free = [...searchPath({ platform: 'linux', env }, LINUX_NAMES), ...LINUX_FILES].filter(
    (path) => !boxed.includes(path),
  )
  return [...new Set([...free, ...boxed])]
}

const MAC_APPS = [
  'Google Chrome',
  'Google Chrome Beta',
  'Google Chrome Dev',
  'Google Chrome Canary',
  'Microsoft Edge',
  'Microsoft Edge Beta',
  'Microsoft Edge Dev',
  'Microsoft Edge Canary',
  'Brave Browser',
  'Brave Browser Beta',
  'Brave Browser Nightly',
  'Chromium',
]

function macPlaces(home: string): readonly string[] {
  const folders = ['/Applications', posix.join(home, 'Applications')]
  return MAC_APPS.flatMap((app) => folders.map((folder) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)))
}

const WINDOWS_FILES = [
  ['Google', 'Chrome', 'chrome.exe'],
  ['Google', 'Chrome Beta', 'chrome.exe'],
  ['Google', 'Chrome Dev', 'chrome.exe'],
  ['Google', 'Chrome SxS', 'chrome.exe'],
  ['Microsoft', 'Edge', 'msedge.exe'],
  ['Microsoft', 'Edge Beta', 'msedge.exe'],
  ['Microsoft', 'Edge Dev', 'msedge.exe'],
  ['Microsoft', 'Edge SxS', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'brave.exe'],
  ['BraveSoftware', 'Brave-Browser-Beta', 'brave.exe'],
  ['BraveSoftware', 'Brave-Browser-Nightly', 'brave.exe'],
  ['', 'Chromium', 'chrome.exe'],
] as const

function windowsPlaces(env: NodeJS.ProcessEnv, home: string): readonly string[] {
  const local = env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local')
  // ProgramW6432 is the real Program Files to a 32-bit Node.
  const bases = [env['ProgramW6432'], env['ProgramFiles'], env['ProgramFiles(x86)'], local]
  const given = [...new Set(bases.filter((base) => base !== undefined && base !== ''))]
  return WINDOWS_FILES.flatMap(([maker, product, file]) =>
    given.map((base) => win32.join(base ?? '', maker, product, 'Application', file)),
  )
}
