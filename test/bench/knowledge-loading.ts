import { execFileSync } from 'node:child_process'

const PROCESSES = 15
/** What the product promises, in milliseconds. */
const PROMISED = 60

/**
 * What a start pays for knowledge: reading the generated file and filing its records, in processes that have done nothing else, then
 * the first questions, which read the lists. Time of the processor, for the machine may be busy; beside it a fixed piece of work.
 */
export function* loadingCost(): Generator<string> {
  const runs = Array.from({ length: PROCESSES }, measured)
  yield `loading knowledge in a fresh process: ${spread(runs.map(({ load }) => load))} ms (promised ${PROMISED})`
  yield `  and the first questions of each kind: ${spread(runs.map(({ load, first }) => load + first))} ms in all`
  yield `  before that, the code of it, from TypeScript: ${spread(runs.map(({ code }) => code))} ms`
  yield `  for scale, parsing 1.5 MB of JSON in the same processes: ${spread(runs.map(({ scale }) => scale))} ms`
}

interface Costs {
  /** Reading the code itself: here from TypeScript, file by file; a packed Tagtrail reads a third of it. */
  readonly code: number
  readonly load: number
  readonly first: number
  readonly scale: number
}

function measured(): Costs {
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], { encoding: 'utf8' }))
}

const SCRIPT = `
const now = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000 }
const idle = now()
const { loadKnowledge } = await import(${JSON.stringify(new URL('../../scanner/knowledge/load.ts', import.meta.url).href)})
const begun = now()
const knowledge = loadKnowledge()
const loaded = now()
const funnel = knowledge.funnel(['shop.example'])
for (const host of ['www.facebook.com', 'nobody.example'])
  knowledge.identifyRequest({ url: 'https://' + host + '/tr/?id=1', method: 'GET', resourceType: 'image', funnel })
knowledge.identifyCookie({ name: 'nobodys', domain: 'shop.example', party: 'first' })
knowledge.identifyMarks({ globals: ['fbq'], elements: [], classes: [], inlineScripts: [] })
const asked = now()
const text = JSON.stringify(Array.from({ length: 60000 }, (_, at) => ({ at, name: 'k' + at })))
const written = now()
JSON.parse(text)
process.stdout.write(JSON.stringify({ code: begun - idle, load: loaded - begun, first: asked - loaded, scale: now() - written }))
`

function spread(costs: readonly number[]): string {
  const sorted = costs.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.round(share * (sorted.length - 1))] ?? 0).toFixed(0)
  return `median ${at(0.5)}, from ${at(0)} to ${at(1)}`
}
