import { cpSync, globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * What is read from packages as files, and so is not in what the build makes of our code: autoconsent's rules, and the
 * libraries the lab's banners are made of. The build lays them where the packed program looks. tarteaucitron is left out:
 * it is there for developers only, and `calibrate` says so.
 */
export const packedFiles: readonly string[] = [
  '@duckduckgo/autoconsent/dist/autoconsent.cjs.js',
  '@duckduckgo/autoconsent/rules/rules.json',
  '@beyonk/gdpr-cookie-consent-banner/dist/index.umd.cjs',
  '@beyonk/gdpr-cookie-consent-banner/src/lib/banner.css',
  '@grrr/cookie-consent/{index,src/**/*}.mjs',
  '@grrr/utils/{index,functions/**/*}.mjs',
  '@porscheofficial/cookie-consent-banner/dist/cookie-consent-banner/**/*.js',
  'cookie-consent-box/dist/cookie-consent-box.css',
  'cookie-consent-box/dist/cookie-consent-box.min.js',
  'cookiebanner/dist/cookiebanner.js',
  'cookieconsent/build/cookieconsent.min.{css,js}',
  'cookies-eu-banner/dist/cookies-eu-banner.global.js',
  'klaro/dist/klaro.js',
  'orejime/dist/orejime-standard.css',
  'orejime/dist/orejime-standard-??.js',
  'vanilla-cookieconsent/dist/cookieconsent.css',
  'vanilla-cookieconsent/dist/cookieconsent.umd.js',
]

/** Each with its package's own description and licence. */
export function packFiles(): void {
  const names = [...new Set(packedFiles.map((path) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path))]
  const patterns = [...packedFiles, ...names.map((name) => `${name}/{package.json,{LICENSE,LICENCE,licence}*}`)]
  for (const path of globSync(patterns, { cwd: packages })) cpSync(`${packages}/${path}`, `${packed}/${path}`)
}

const packages = fileURLToPath(new URL('../node_modules', import.meta.url))
const packed = fileURLToPath(new URL('../out/packages', import.meta.url))
