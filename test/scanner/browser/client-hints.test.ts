import { expect, test } from 'vitest'
import { clientHintsOf } from '../../../scanner/browser/client-hints.ts'

const brands = [
  { brand: 'Not:A-Brand', version: '8' },
  { brand: 'Chromium', version: '156' },
  { brand: 'Google Chrome', version: '156' },
]
const facts = { brands, version: '156.0.8078.79', platform: 'linux', arch: 'x64', release: '6.1.0' } as const

test('every brand is told in full, the one that is made up too', () => {
  expect(clientHintsOf(facts)).toMatchObject({
    brands,
    fullVersion: '156.0.8078.79',
    fullVersionList: [
      { brand: 'Not:A-Brand', version: '8.0.0.0' },
      { brand: 'Chromium', version: '156.0.8078.79' },
      { brand: 'Google Chrome', version: '156.0.8078.79' },
    ],
  })
})

for (const [platform, arch, release, told] of [
  ['linux', 'x64', '6.1.0-13-amd64', 'Linux  x86 64'],
  ['linux', 'arm64', '6.1.0', 'Linux  arm 64'],
  ['linux', 'arm', '6.1.0', 'Linux  arm 32'],
  ['darwin', 'arm64', '24.5.0', 'macOS 15.5.0 arm 64'],
  ['darwin', 'x64', '20.6.0', 'macOS 11.6.0 x86 64'],
  ['darwin', 'arm64', '25.1.0', 'macOS 26.1.0 arm 64'],
  ['win32', 'x64', '10.0.26100', 'Windows 19.0.0 x86 64'],
  ['win32', 'x64', '10.0.22631', 'Windows 15.0.0 x86 64'],
  ['win32', 'ia32', '10.0.19045', 'Windows 10.0.0 x86 32'],
  ['win32', 'x64', '6.1.7601', 'Windows 0.0.0 x86 64'],
  ['freebsd', 'x64', '14.0', 'Linux  x86 64'],
] as const)
  test(`${platform} ${release} on ${arch} is ${told}`, () => {
    const hints = clientHintsOf({ ...facts, platform, arch, release })
    expect(`${hints.platform} ${hints.platformVersion} ${hints.architecture} ${hints.bitness}`).toBe(told)
  })
