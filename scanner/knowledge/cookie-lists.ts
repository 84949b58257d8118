import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { isGenericName } from './generic-name.ts'
import { nameTable } from './name-table.ts'

/** One line of a public cookie list, as the list has it. */
export interface ListedCookie {
  /** Exact, or with `*`. */
  readonly name: string
  readonly platform: string
  /** The list's own word for what it is for. */
  readonly word: string
  readonly hosts: readonly string[]
  /** The list says it is set under the vendor's domain, not the site's. */
  readonly thirdParty: boolean
  readonly list: string
}

/** Open Cookie Database, then what tarteaucitron knows beyond it. Both are packages of the build, pinned by the lockfile. */
export function listedCookies(): readonly ListedCookie[] {
  const database = openCookieDatabase(readFileSync(inPackage(OCD, 'dist/data/open-cookie-database.json'), 'utf8'))
  const known = nameTable<true>()
  for (const { name } of database) known.add(name, true)
  const services = tarteaucitron(readFileSync(inPackage(TAC, 'tarteaucitron.services.js'), 'utf8'))
  return [...database, ...services.filter(({ name }) => known.matching(name).length === 0)]
}

/** Carries the Open Cookie Database; its data is no export, so it is read by its path. */
const OCD = '@slashgear/gdpr-cookie-scanner'
const TAC = 'tarteaucitronjs'

function inPackage(name: string, path: string): string {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = places.map((folder) => join(folder, name, path)).find((file) => existsSync(file))
  if (found === undefined) throw new Error(`${name} is not installed; run npm ci`)
  return found
}

interface DatabaseRow {
  readonly category: string
  readonly cookie: string
  readonly domain: string
  readonly wildcardMatch: string
}

export function openCookieDatabase(text: string): readonly ListedCookie[] {
  const platforms: Readonly<Record<string, readonly DatabaseRow[]>> = JSON.parse(text)
  return Object.entries(platforms).flatMap(([platform, rows]) =>
    rows.flatMap(({ category: word, cookie, domain, wildcardMatch }) => {
      const name = nameOf(cookie, wildcardMatch === '1')
      if (name === null) return []
      const thirdParty = domain.includes('3rd party')
      return [{ name, platform, word, hosts: hostsOf(domain), thirdParty, list: 'Open Cookie Database' }]
    }),
  )
}

/** `TS01` and a flag, `_hjSession_*`, `visitor_id<accountid>` by hand: all become one with `*`. */
function nameOf(cookie: string, isPrefix: boolean): string | null {
  const name = cookie.trim().replace(/(?:\[[^\]]*\]|<[^>]*>|%[A-Z]+%|N{3,}|\*)+$/, '*')
  if (!/^[\w.:*-]{1,80}$/.test(name)) return null
  return isPrefix && !name.endsWith('*') ? `${name}*` : name
}

/** `adform.net (3rd party)`, `.bing.com (3rd party) or .microsoft.com (3rd party)`, `ads-[account].adhese.com`. */
function hostsOf(domain: string): readonly string[] {
  const hosts = domain.split(/\bor\b/).map((part) =>
    part
      .replace(/\(3rd party\)/g, '')
      .replace(/\S*\[[^\]]*\][^.]*\./g, '')
      .trim()
      .replace(/^\./, '')
      .toLowerCase(),
  )
  return hosts.filter((host) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)).map((host) => `*.${host}`)
}

interface Service {
  readonly name?: string
  readonly type?: string
  readonly cookies?: unknown
}

/** The services script only fills a table; it is run with nothing within its reach. */
export function tarteaucitron(script: string): readonly ListedCookie[] {
  const services: Record<string, Service> = {}
  const shell = { services, user: {}, parameters: {} }
  runInNewContext(script, { tarteaucitron: shell, window: {}, document: {} }, { timeout: 5_000 })
  const listed = Object.values(services).flatMap(({ name: platform = '', type = '', cookies }) => {
    const word = WORDS[type]
    if (word === undefined || !Array.isArray(cookies)) return []
    return cookies.flatMap((cookie: unknown) => {
      const name = nameOf(String(cookie).replace(/undefined$/, '*'), String(cookie).endsWith('_'))
      return name === null || isGenericName(name) ? [] : [{ name, platform: platform.replace(/ \(.*$/, ''), word }]
    })
  })
  return [...Map.groupBy(listed, ({ name }) => name).values()]
    .filter((same) => isOfOne(same.map(({ platform }) => platform)))
    .flatMap(([cookie]) => (cookie ? [{ ...cookie, hosts: [], thirdParty: false, list: 'tarteaucitron' }] : []))
}

/** Its own word for a kind of service; what may hold anything (`api`, `other`) says nothing. */
const WORDS: Readonly<Record<string, string>> = {
  ads: 'Marketing',
  social: 'Marketing',
  analytic: 'Analytics',
  support: 'Functional',
  video: 'Functional',
  comment: 'Functional',
}

/** It lists what was seen on a page that used a service, and so the cookies of others too. */
function isOfOne(platforms: readonly string[]): boolean {
  return new Set(platforms.map((platform) => platform.toLowerCase().split(' ')[0])).size === 1
}
