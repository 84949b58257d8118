import { expect, test } from 'vitest'
import { isInstalled, packageFile } from '../../../../scanner/lab/banners/packages.ts'

test.each([
  ['a file of a package', 'klaro', 'dist/klaro.js', true],
  ['one that the package does not export', 'cookies-eu-banner', 'dist/cookies-eu-banner.global.js', true],
  ['one of a scoped package', '@grrr/cookie-consent', 'index.mjs', true],
  ['one that is not there', 'klaro', 'dist/nothing.js', false],
  ['one of a package that is not there', 'no-such-package-here', 'index.js', false],
  ['one outside of the package', 'klaro', '../vitest/package.json', false],
])('%s', (_, name, path, isThere) => {
  expect(packageFile(name, path) !== null).toBe(isThere)
})

test('tells what is installed', () => {
  expect([isInstalled('klaro'), isInstalled('no-such-package-here')]).toEqual([true, false])
})
