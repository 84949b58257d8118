import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packageIn, type BundledPackage } from './bundled-licences.ts'

/** What the installers and the tarball are made of, as CycloneDX 1.6: `node main/bill-of-materials.ts [electron version]`. */
export function billOfMaterials(
  root: string,
  { electron, version }: { readonly electron: string | null; readonly version: string },
): unknown {
  const built = ['main', 'renderer'].flatMap(
    (part) => JSON.parse(readFileSync(`${root}/out/${part}/packages.json`, 'utf8')) as readonly BundledPackage[],
  )
  const asFiles = globSync(`out/packages/{*,@*/*}/package.json`, { cwd: root }).map((path) =>
    packageIn(`${root}/${path.replaceAll('\\', '/').replace(/\/package\.json$/, '')}`),
  )
  const runtime: readonly BundledPackage[] =
    electron === null ? [] : [{ name: 'electron', version: electron, license: 'MIT', repository: null }]
  const all = new Map([...built, ...asFiles, ...runtime].map((each) => [purl(each), each]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'tagtrail', version, licenses: licensed('Apache-2.0') } },
    components: [...all]
      .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
      .map(([address, { name, version: of, license }]) => ({
        type: name === 'electron' ? 'framework' : 'library',
        'bom-ref': address,
        purl: address,
        name,
        version: of,
        licenses: licensed(license),
      })),
  }
}

function purl({ name, version }: BundledPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

/** An id, or an expression of several. */
function licensed(license: string): readonly unknown[] {
  return /^[\w.-]+$/.test(license)
    ? [{ license: { id: license } }]
    : [{ expression: license.replace(/^\((.*)\)$/, '$1') }]
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { readonly version: string }
  const bill = billOfMaterials(root, { electron: process.argv[2] ?? null, version })
  process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`)
}
