import type { BrandVersion, ClientHints } from '../model.ts'

export interface HintFacts {
  /** As the browser itself lists them, in its order: one of them is made up, to keep sites from counting on the list. */
  readonly brands: readonly BrandVersion[]
  /** Full version of the browser, e.g. `156.0.8078.79`. */
  readonly version: string
  readonly platform: NodeJS.Platform
  /** As `process.arch` and `os.release()` tell them. */
  readonly arch: string
  readonly release: string
}

/** What an ordinary Chrome on this machine tells of itself when a site asks for all of it. */
export function clientHintsOf({ brands, version, platform, arch, release }: HintFacts): ClientHints {
  const [major = ''] = version.split('.')
  return {
    brands,
    fullVersionList: brands.map((each) => ({
      brand: each.brand,
      version: each.version === major ? version : `${each.version}.0.0.0`,
    })),
    fullVersion: version,
    platform: NAMES[platform] ?? 'Linux',
    platformVersion: VERSIONS[platform]?.(release) ?? '',
    architecture: arch.startsWith('arm') ? 'arm' : 'x86',
    bitness: arch.endsWith('64') ? '64' : '32',
    model: '',
    mobile: false,
    wow64: false,
    formFactors: ['Desktop'],
  }
}

const NAMES: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' }

/** From the kernel's release to what Chrome tells. Linux tells none (read from Chromium 156 itself, as it is there). */
const VERSIONS: Partial<Record<NodeJS.Platform, (release: string) => string>> = {
  darwin: macVersion,
  win32: windowsVersion,
}

/** Darwin 20 is macOS 11, 24 is 15; from 25 on, macOS counts in years: 26. */
function macVersion(release: string): string {
  const [darwin = 0, minor = 0] = release.split('.').map(Number)
  return `${darwin >= 25 ? darwin + 1 : darwin - 9}.${minor}.0`
}

/** Chrome tells the version of Windows' API contract, not of Windows (learn.microsoft.com, "Detect Windows 11 using client hints"). */
function windowsVersion(release: string): string {
  const build = Number(release.split('.')[2] ?? 0)
  const contract = CONTRACTS.find(({ from }) => build >= from)?.contract ?? 0
  return `${contract}.0.0`
}

const CONTRACTS = [
  { from: 26_100, contract: 19 },
  { from: 22_621, contract: 15 },
  { from: 22_000, contract: 14 },
  { from: 19_041, contract: 10 },
  { from: 18_362, contract: 8 },
  { from: 17_763, contract: 7 },
] as const
