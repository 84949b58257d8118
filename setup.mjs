/** All the set-up `npm run demo`, `npm test` and their kin need: the packages of the lockfile, a browser, the generated knowledge.
 *  Runs on a bare Node 20 with no node_modules; silent and instant when there is nothing to do; speaks on stderr only. */
import { spawn, spawnSync } from 'node:child_process'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
/** The first Node that runs our TypeScript as it stands. */
const TYPESCRIPT_NODE = 24
/** As the command line's "the scan could not be made": npm hands this code on. */
const EXIT_NOT_READY = 3

/** @param {string} root @param {'packages' | 'browser'} upTo @returns {Promise<number>} the exit code */
export async function setUp(root, upTo) {
  try {
    refuseOldNode()
    refuseMissingLockfile(root)
    await installPackages(root)
    return upTo === 'packages' ? 0 : await provideBrowser(root)
  } catch (error) {
    if (!(error instanceof NotReady)) throw error
    say(`${error.message}\n`)
    return EXIT_NOT_READY
  }
}

/** What of the lockfile is not in node_modules; npm writes its own account of an installation last, so an interrupted
 *  one has none. Empty when everything is there. @param {string} root @returns {string[]} */
export function missingPackages(root) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  const wanted = packagesOf(join(root, 'package-lock.json'))
  return Object.entries(wanted)
    .filter(([folder, entry]) => folder.startsWith('node_modules/') && fitsHere(entry))
    .filter(([folder, entry]) => installed[folder]?.version !== entry.version || !existsSync(join(root, folder)))
    .map(([folder]) => folder.slice('node_modules/'.length))
}

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

/** @param {string} file @returns {Record<string, Entry>} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** Optional packages are mostly for other systems, and npm takes none of those; only one that names ours is missed.
 *  @param {Entry} entry */
function fitsHere({ optional, os, cpu, libc }) {
  return !optional || (!libc && os?.includes(process.platform) && cpu?.includes(process.arch))
}

class NotReady extends Error {}

/** @param {string} text */
const say = (text) => process.stderr.write(text)

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return
  throw new NotReady(
    `Tagtrail needs Node ${OLDEST_NODE} or later; ${process.execPath} is ${process.version}. Get one from https://nodejs.org.`,
  )
}

/** @param {string} root */
function refuseMissingLockfile(root) {
  if (Object.keys(packagesOf(join(root, 'package-lock.json'))).length > 0) return
  throw new NotReady(`${join(root, 'package-lock.json')} is missing or damaged: git checkout -- package-lock.json`)
}

/** @param {string} root */
async function installPackages(root) {
  if (isInstalled(root)) return
  refuseForeignFolder(root)
  const release = await lock(join(root, '.setup.lock'))
  try {
    if (!isInstalled(root)) await npmCi(root)
    // Its install script runs an npm of its own, which fails on its own: once more, unless it may not run at all.
    const skipsScripts =
      !nodeFor(root) && (await npm(root, ['config', 'get', 'ignore-scripts'])).output.trim() === 'true'
    if (!nodeFor(root) && !skipsScripts) await npmCi(root)
  } finally {
    release()
  }
  if (nodeFor(root)) return
  throw new NotReady(
    'npm installed the packages but not Node 24 (package "node"), which comes by an install script. ' +
      'If npm is told to skip those, allow this one: npm rebuild node --ignore-scripts=false',
  )
}

/** @param {string} root */
const isInstalled = (root) => missingPackages(root).length === 0 && nodeFor(root) !== null

/** The Node that runs our TypeScript: the one from the lockfile, or this one when the lockfile has none.
 *  @param {string} root @returns {string | null} */
function nodeFor(root) {
  const own = ['node.exe', 'node'].map((name) => join(root, 'node_modules', 'node', 'bin', name))
  // On Windows the package leaves an empty file called `node` beside node.exe.
  const found = own.find((path) => existsSync(path) && statSync(path).size > 1_000_000)
  const wanted = 'node_modules/node' in packagesOf(join(root, 'package-lock.json'))
  return found ?? (wanted ? null : process.execPath)
}

/** @param {string} root */
function refuseForeignFolder(root) {
  const folders = [root, join(root, 'node_modules')].filter((folder) => existsSync(folder))
  try {
    for (const folder of folders) accessSync(folder, constants.W_OK)
  } catch {
    throw new NotReady(
      `The packages of ${root} are not installed, and you may not write there. ` +
        'Let its owner run "node setup.mjs" once, or work in a clone of your own.',
    )
  }
  const windowsHoldsNode = process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'))
  if (windowsHoldsNode)
    throw new NotReady(
      `The packages changed, and npm cannot replace the running ${process.execPath}. Run once: node setup.mjs`,
    )
}

/** @param {string} root */
async function npmCi(root) {
  const started = performance.now()
  say('Installing the packages of package-lock.json (npm ci, about a minute) ... ')
  // An interrupted removal could leave npm's account of the old installation beside half of it.
  rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true })
  // include=dev: NODE_ENV=production would leave out the Node we run on. loglevel: `npm -s run` hands "silent" down.
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']
  let { code, output } = await npm(root, args)
  // Another npm is writing here: an editor's, or the one of a set-up that was killed. It ends some time.
  for (let tries = 1; code !== 0 && UNDER_OUR_FEET.test(output) && tries < 6; tries++) {
    await new Promise((wake) => setTimeout(wake, 5_000))
    ;({ code, output } = await npm(root, args))
  }
  if (code === 0) return say(`done in ${Math.round((performance.now() - started) / 1000)} s.\n`)
  say('failed.\n')
  throw new NotReady(`${output.trim().split('\n').slice(-15).join('\n')}\n${wayOut(output)}`)
}

/** @param {string} root @param {string[]} args @returns {Promise<{ code: number | null, output: string }>} */
function npm(root, args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const byNpm = script !== undefined && /npm-cli\.[cm]?js$/.test(script)
  const [command, first] = byNpm ? [node ?? process.execPath, [script]] : ['npm', []]
  // Without our own .bin: npm must not run on the very Node it is about to replace.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => resolve(folder) !== join(root, 'node_modules', '.bin'))
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && !byNpm,
  })
  // Ctrl-C ends npm first, then us, with the lock released on the way.
  const interrupt = () => child.kill()
  for (const signal of SIGNALS) process.once(signal, interrupt)
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((done) => {
    child.on('error', (error) => done({ code: null, output: error.message }))
    child.on('close', (code) => done({ code, output }))
  })
}

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

const UNDER_OUR_FEET = /(ENOTEMPTY|ENOENT|EEXIST)[^]*node_modules/

/** @type {[RegExp, string][]} */
const WAYS_OUT = [
  [/process terminated|signal SIG/, 'Interrupted: give the same command again.'],
  [
    /spawn npm ENOENT|npm: (command )?not found|not recognized/,
    'npm was not found: install it (Debian, Ubuntu: apt-get install npm) or take Node from https://nodejs.org.',
  ],
  [/ENOSPC/, 'The disk is full: about 600 MB are needed.'],
  [/EACCES|EPERM/, 'npm may not write somewhere: see the path above; a clone of your own always works.'],
  [
    /EUSAGE|EBADPLATFORM|EINTEGRITY/,
    'package.json and package-lock.json do not fit: take both from one commit (git checkout -- package.json package-lock.json).',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|E40\d|E50\d|CERT/i,
    'The registry was not reached: see "npm config get registry" and, behind a proxy, "npm config set proxy".',
  ],
]

/** @param {string} output */
const wayOut = (output) =>
  WAYS_OUT.find(([sign]) => sign.test(output))?.[1] ??
  'npm could not install: the lines above are its own. Try again with: npm ci'

/** One set-up at a time in this folder. The holder touches the file each second; one left behind by a killed process
 *  stands still and is taken over. @param {string} file @param {number} standsStillMs
 *  @returns {Promise<() => void>} what releases it */
export async function lock(file, standsStillMs = 10_000) {
  let seen = { touchedMs: 0, since: performance.now() }
  for (let tries = 0; !created(file); tries++) {
    if (tries === 1) say('Another set-up of this folder is running; waiting for it.\n')
    const touchedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (touchedMs !== seen.touchedMs) seen = { touchedMs, since: performance.now() }
    if (performance.now() - seen.since > standsStillMs) rmSync(file, { force: true })
    await new Promise((wake) => setTimeout(wake, 250))
  }
  const beat = setInterval(() => existsSync(file) && utimesSync(file, new Date(), new Date()), 1000)
  return () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function created(file) {
  try {
    closeSync(openSync(file, 'wx'))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} root @returns {Promise<number>} */
async function provideBrowser(root) {
  if (Number.parseInt(process.versions.node, 10) < TYPESCRIPT_NODE) {
    const node = nodeFor(root) ?? process.execPath
    return spawnSync(node, [join(root, 'setup.mjs')], { stdio: 'inherit' }).status ?? EXIT_NOT_READY
  }
  const { provideBrowser: provide } = await import('./scanner/browser/provide.ts')
  try {
    await provide()
    await generateKnowledge()
    return 0
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ScanError') throw error
    throw new NotReady(error.message)
  }
}

/** The vendor records as one file that loads quickly. Without it all works, only slower, and a broken record is told where it is
 *  read: so a fault is no reason to stop here. */
async function generateKnowledge() {
  try {
    const { isGeneratedFresh } = await import('./scanner/knowledge/stamp.ts')
    if (isGeneratedFresh()) return
    const { buildKnowledge } = await import('./main/build-knowledge.ts')
    await buildKnowledge()
  } catch {}
}

const isMain = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isMain) {
  const upTo = process.argv[2] === 'packages' ? 'packages' : 'browser'
  process.exitCode = await setUp(dirname(fileURLToPath(import.meta.url)), upTo)
}
