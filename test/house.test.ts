import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The laws of the house (scanner/README.md), each one assertion with its sentence as the test's name. */

const SHELVES = ['cmps', 'steps', 'collectors', 'signals', 'rules', 'jurisdictions', 'reports'] as const
/** Files of a shelf that are not items: the contract, the list, and what several items stand on. What stands in a folder
 *  of the shelf is a part: of the item of the same name, or of what several items stand on. */
const GROUND: Record<(typeof SHELVES)[number], readonly string[]> = {
  cmps: ['cmp', 'index'],
  steps: ['step', 'index', 'element', 'find-visible', 'another-page', 'other-site'],
  collectors: [
    'collector',
    'index',
    'initiator',
    'body-names',
    'set-cookie',
    'script-cookies',
    'frames',
    'pages-before',
    'last-answers',
    'deferred-fetches',
  ],
  signals: ['signal', 'index'],
  rules: ['rule', 'index', 'drafting', 'fixes', 'leaks', 'declared'],
  jurisdictions: ['jurisdiction', 'index'],
  reports: [
    'report-format',
    'index',
    'cause-text',
    'foreign-text',
    'names',
    'ruling-text',
    'what-if-text',
    'matrix-layout',
    'terminal-matrix',
  ],
}
/** A stage that outgrew one file keeps its parts in a folder of its name. */
const STAGES = [
  'plan',
  'journey',
  'consent',
  'observe',
  'evidence-log',
  'classify',
  'judge',
  'summary',
  'compare',
  'report',
]
const DRAWERS = /(^|\/)(utils?|helpers?|lib|common|misc)(\/|\.[a-z]+$)/

interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}
interface Import {
  /** Path from the top of the checkout for our own files, else the package's name. */
  readonly of: string
  readonly typeOnly: boolean
}

const sources = globSync(['main/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}', 'scanner/**/*.ts']).toSorted().map(readSource)
const inScanner = sources.filter(({ path }) => path.startsWith('scanner/'))

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?['"]([^'"]+)['"]/gm)
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  const resolve = (target: string): string => (target.startsWith('.') ? normalize(join(dirname(path), target)) : target)
  return {
    path,
    text,
    imports: [
      ...[...statements].map(([, type, names = '', target = '']) => ({
        of: resolve(target),
        typeOnly: Boolean(type) || namesOnlyTypes(names),
      })),
      ...[...dynamic].map(([, target = '']) => ({ of: resolve(target), typeOnly: false })),
    ],
  }
}

function namesOnlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type '))
}

function offenders(files: readonly SourceFile[], isWrong: (what: Import, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((what) => isWrong(what, file)).map((what) => `${file.path} imports ${what.of}`),
  )
}

function shelfOf(path: string): (typeof SHELVES)[number] | undefined {
  return SHELVES.find((shelf) => path.startsWith(`scanner/${shelf}/`))
}

function itemsOf(shelf: (typeof SHELVES)[number]): readonly SourceFile[] {
  return inScanner.filter(
    ({ path }) => dirname(path) === `scanner/${shelf}` && !GROUND[shelf].includes(basename(path, '.ts')),
  )
}

/** The spine: what everything may stand on. */
const SPINE = /^scanner\/((model|errors|said|phrases|words|states|readings|rulings)\.ts$|model\/)/

function stageOf(path: string): string | undefined {
  return STAGES.find((stage) => path === `scanner/${stage}.ts` || path.startsWith(`scanner/${stage}/`))
}

/** Ground of the shelf, or a part: of this very item, or in a folder that belongs to no item. */
function isGroundOrPart(of: string, shelf: (typeof SHELVES)[number], from: string): boolean {
  const [name = '', ...inside] = of.slice(`scanner/${shelf}/`.length).replace(/\.ts$/, '').split('/')
  if (inside.length === 0) return name !== 'index' && GROUND[shelf].includes(name)
  const owner = `scanner/${shelf}/${name}.ts`
  return owner === from || !itemsOf(shelf).some(({ path }) => path === owner)
}

describe('the laws of the house', () => {
  test('1. model.ts and errors.ts import nothing but types', () => {
    const spine = inScanner.filter(({ path }) => /^scanner\/(model|errors)\.ts$|^scanner\/model\//.test(path))
    expect(spine.length).toBeGreaterThan(2)
    expect(offenders(spine, ({ typeOnly }) => !typeOnly)).toEqual([])
  })

  test("2. a shelf item imports model, errors, its shelf's ground, signals and libraries, never a stage, another item or another shelf", () => {
    const items = SHELVES.flatMap(itemsOf)
    expect(items.length).toBeGreaterThan(10)
    const allowed = (of: string, file: SourceFile): boolean => {
      if (!of.startsWith('scanner/') && !of.startsWith('main/') && !of.startsWith('renderer/')) return true
      const shelf = shelfOf(file.path)
      if (shelf && shelf === shelfOf(of)) return isGroundOrPart(of, shelf, file.path)
      return SPINE.test(of) || of.startsWith('scanner/signals/')
    }
    expect(offenders(items, ({ of }, file) => !allowed(of, file))).toEqual([])
  })

  test('3. puppeteer-core only in browser/, lowdb only in store/, electron only in its two files; store/ alone writes what a scan leaves', () => {
    expect(
      offenders(sources, ({ of, typeOnly }, { path }) => {
        if (of.startsWith('puppeteer-core')) return !typeOnly && !path.startsWith('scanner/browser/')
        if (of.startsWith('lowdb')) return !path.startsWith('scanner/store/')
        if (of === 'electron') return path !== 'main/index.ts' && path !== 'main/preload.ts'
        return false
      }),
    ).toEqual([])
    const writes =
      /\b(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|mkdir|mkdirSync|rename|renameSync)\s*\(/
    // browser/ unpacks browsers and profiles into the cache; new.ts writes source files for developers.
    const mayWrite = /^(scanner\/(store|browser)\/|main\/new\.ts$)/
    expect(
      sources.filter(({ path, text }) => writes.test(text) && !mayWrite.test(path)).map(({ path }) => path),
    ).toEqual([])
  })

  test('4. a stage never imports another stage, only scan.ts does; scanner knows neither main nor renderer; renderer takes types of the contract only', () => {
    const crosses = ({ of }: Import, { path }: SourceFile): boolean => {
      const reached = stageOf(of)
      return (
        reached !== undefined &&
        reached !== stageOf(path) &&
        !/^scanner\/(scan\.ts|scan\/|schemas\.ts|calibrate\.ts)/.test(path)
      )
    }
    expect(
      offenders(
        inScanner,
        (what, file) => !what.typeOnly && crosses(what, file) && !file.path.startsWith('scanner/lab/'),
      ),
    ).toEqual([])
    expect(offenders(inScanner, ({ of }) => of.startsWith('main/') || of.startsWith('renderer/'))).toEqual([])
    const fromRenderer = sources.filter(({ path }) => path.startsWith('renderer/'))
    expect(
      offenders(
        fromRenderer,
        ({ of, typeOnly }) =>
          of.startsWith('scanner/') || (of.startsWith('main/') && !(typeOnly && of === 'main/contract.ts')),
      ),
    ).toEqual([])
  })

  test("5. every shelf item has a test of the same name and stands in its shelf's list, and every shelf has a contract suite", () => {
    const missing = SHELVES.flatMap((shelf) => {
      const list = inScanner.find(({ path }) => path === `scanner/${shelf}/index.ts`)
      const suites = globSync(`test/contracts/${shelf}.test.ts`)
      return [
        ...(list ? [] : [`${shelf} has no list`]),
        ...(suites.length > 0 ? [] : [`${shelf} has no contract suite in test/contracts/`]),
        ...itemsOf(shelf).flatMap(({ path }) => {
          const testPath = path.replace(/^scanner\//, 'test/scanner/').replace(/\.ts$/, '.test.ts')
          return [
            ...(list?.imports.some(({ of }) => of === path) ? [] : [`${path} is not in its shelf's list`]),
            ...(globSync(testPath).length > 0 ? [] : [`${path} has no test ${testPath}`]),
          ]
        }),
      ]
    })
    expect(missing).toEqual([])
  })

  test('6. no drawers; files have a median under 90 lines and none is over 300', () => {
    expect(sources.map(({ path }) => path).filter((path) => DRAWERS.test(path))).toEqual([])
    const code = sources.filter(({ path }) => !path.includes('/generated/'))
    const lines = code.map(({ text }) => text.split('\n').length).toSorted((a, b) => a - b)
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(90)
    expect(code.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path)).toEqual([])
  })

  test('7. no circles, and no arrow from a lower floor to a higher one', () => {
    expect(circles(sources)).toEqual([])
    const upward = offenders(sources, ({ of }, { path }) => isOurs(of) && floorOf(of) > floorOf(path))
    expect(upward).toEqual([])
  })

  test('8. time and randomness come in as options: nothing in scanner/ reads a clock or rolls a die', () => {
    const reads = /\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandom(Bytes|UUID|Int)\(/
    // The lab is a world of its own; finding a browser happens before any scan.
    const exempt = /^scanner\/(lab\/|browser\/(bundled|download|provide|unpack|whole-folder|progress-bar))/
    expect(
      inScanner.filter(({ path, text }) => !exempt.test(path) && reads.test(text)).map(({ path }) => path),
    ).toEqual([])
  })
})

function isOurs(of: string): boolean {
  return /^(scanner|main|renderer)\//.test(of)
}

/** 0 spine, 1 signals, 2 shelves' grounds and walls, 3 shelf items, 4 lists, 5 stages, 6 the conductor, the lab and what measures by it, 7 hosts. */
function floorOf(path: string): number {
  if (SPINE.test(path)) return 0
  if (path.startsWith('scanner/signals/')) return 1
  const shelf = shelfOf(path)
  if (shelf && dirname(path) !== `scanner/${shelf}`) return 2
  if (shelf) return basename(path) === 'index.ts' ? 4 : GROUND[shelf].includes(basename(path, '.ts')) ? 2 : 3
  if (/^scanner\/(browser|store|knowledge|vendors)\//.test(path)) return 2
  if (/^scanner\/(scan\.ts|scan\/|lab\/|calibrate\.ts|calibrate\/)/.test(path)) return 6
  if (path.startsWith('scanner/')) return 5
  return 7
}

/** Each circle of value imports once, as `a -> b -> a`. */
function circles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const { of, typeOnly } of byPath.get(path)?.imports ?? [])
      if (!typeOnly && byPath.has(of)) visit(of, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return found
}
