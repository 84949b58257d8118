import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Knowledge } from '../../scanner/knowledge/answers.ts'
import { rankedHosts } from '../../scanner/knowledge/coverage.ts'
import { loadKnowledge } from '../../scanner/knowledge/load.ts'
import { loadingCost } from './knowledge-loading.ts'
import { hostileUrls, mixedUrls } from './knowledge-urls.ts'

const MIXED = 1_000_000
const HOSTILE = 100_000
const ROUNDS = 3
/** What the product promises, in microseconds of one core. */
const PROMISED_MEAN = 3
const PROMISED_WORST = 50

/** What it costs to say who a request belongs to, on one core: the machine may be busy with other things, so time of the processor is counted where its clock is fine enough. */
export async function* classifyingCost(): AsyncGenerator<string> {
  yield* loadingCost()
  const knowledge = loadKnowledge()
  const urls = mixedUrls(MIXED, { known: urlsOfTables(), hosts: commonHosts() })
  const funnel = knowledge.funnel(['shop.example'])
  const ask = (url: string): object => knowledge.identifyRequest({ url, method: 'GET', resourceType: 'script', funnel })
  const means = Array.from({ length: ROUNDS }, () => meanOf(urls, ask))
  yield `classifying ${count(MIXED)} mixed addresses: ${Math.min(...means).toFixed(2)} us each (${means.map((mean) => mean.toFixed(2)).join(', ')}; promised ${PROMISED_MEAN})`
  const yardstick = meanOf(urls, (url) => new URL(url))
  yield `  "new URL(address)" alone: ${yardstick.toFixed(2)} us each in this run, on this machine as busy as it is`
  yield* hostileCost(knowledge)
}

/** Each by itself. One that took long is asked again under new hosts, for a collection of garbage may have fallen on it. */
function* hostileCost(knowledge: Knowledge): Generator<string> {
  const urls = hostileUrls(HOSTILE)
  const costs = urls.map((url) => costOf(knowledge, url))
  const suspects = urls.filter((_, at) => (costs[at] ?? 0) > PROMISED_WORST)
  const again = suspects.map((url) =>
    Math.min(...Array.from({ length: 5 }, (_, at) => costOf(knowledge, url.replace('://', `://r${at}.`)))),
  )
  const sorted = costs.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  yield `classifying ${count(HOSTILE)} hostile addresses: median ${at(0.5)} us, 99 % ${at(0.99)}, 99.9 % ${at(0.999)}, worst ${at(1)}`
  const slow = again.filter((cost) => cost > PROMISED_WORST).length
  yield `  over ${PROMISED_WORST} us at first: ${suspects.length}; when asked again: ${slow}, worst ${Math.max(0, ...again).toFixed(1)} us`
}

function meanOf(urls: readonly string[], ask: (url: string) => object): number {
  let answers = 0
  const begun = process.threadCpuUsage()
  for (const url of urls) if (ask(url)) answers++
  const { user, system } = process.threadCpuUsage(begun)
  return (user + system) / answers
}

function costOf(knowledge: Knowledge, url: string): number {
  const funnel = knowledge.funnel(['shop.example'])
  const begun = performance.now()
  knowledge.identifyRequest({ url, method: 'GET', resourceType: 'script', funnel })
  return (performance.now() - begun) * 1_000
}

/** Every address in the tables of the vendors. */
function urlsOfTables(): readonly string[] {
  return globSync('test/scanner/vendors/*.json').flatMap((path) => {
    const table: { mine: { url?: string }[]; notMine: { url?: string }[] } = JSON.parse(readFileSync(path, 'utf8'))
    return [...table.mine, ...table.notMine].flatMap(({ url }) => url ?? [])
  })
}

function commonHosts(): readonly string[] {
  const csv = createRequire(import.meta.url).resolve('third-party-web/dist/domain-map.csv')
  return rankedHosts(readFileSync(csv, 'utf8')).slice(0, 20_000)
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}
