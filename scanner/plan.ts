import { resolve } from 'node:path'
import { ScanError } from './errors.ts'
import type { Go, Plan, Step } from './model.ts'
import { mistakesOf, wording, type Mistake } from './plan/mistakes.ts'
import { planFile, type PlanFile, type ReadPlanFile } from './plan/schema.ts'
import { readSource } from './plan/source.ts'
import { told } from './said.ts'
import { pathText, quoted } from './plan/words.ts'

export interface PlanOptions {
  /** How messages call the file, e.g. `plan.yaml`. */
  readonly name?: string
  /** Told by the name when left out: `.json` is JSON, all else YAML. */
  readonly format?: 'yaml' | 'json'
  /** Absolute folder of the file; paths in the plan are relative to it. */
  readonly baseDir?: string
  /** Known jurisdiction ids; none is refused when left out. */
  readonly jurisdictions?: readonly string[]
}

/**
 * Stage 1: the text of a funnel file -> Plan. Throws `plan-invalid`, a line for each mistake (five at most), such as
 * `plan.yaml:7:5 steps[1].go.url: "shop" is not an address ...`.
 */
export function readPlan(text: string, options: PlanOptions = {}): Plan {
  const name = options.name ?? 'plan'
  const source = readSource(text, name, options.format ?? (name.endsWith('.json') ? 'json' : 'yaml'))
  return parse(source.raw, options, (path) => `${source.place(path)} `)
}

/** A plan already read into plain values, as `readPlan` but without lines and columns. */
export function parsePlan(raw: unknown, options: PlanOptions = {}): Plan {
  return parse(raw, options, () => (options.name === undefined ? '' : `${options.name} `))
}

export type PlanOverrides = Partial<Omit<PlanFile, 'site' | 'steps'>>

/** A plan that visits these addresses in this order; the first one's origin is the site. */
export function planFromUrls(urls: readonly string[], overrides: PlanOverrides = {}, options: PlanOptions = {}): Plan {
  const addresses = urls.map(webAddress)
  const [first] = addresses
  if (!first) throw new ScanError('plan-invalid', 'No address given; name at least one, such as https://shop.example/')
  const steps = addresses.map(({ href }, index) => ({ id: `page-${index + 1}`, label: href, go: { url: href } }))
  return parsePlan({ name: first.host, ...overrides, site: first.origin, steps }, options)
}

/** The same plan with what a command line says on top. Throws `plan-invalid` when that makes no sense. */
export function adjustPlan(plan: Plan, change: { states?: readonly string[]; runs?: number }): Plan {
  const { states, runs } = planFile.shape
  return {
    ...plan,
    ...(change.states === undefined ? {} : { states: adjusted(states.safeParse(change.states, reading), 'states') }),
    ...(change.runs === undefined ? {} : { runs: adjusted(runs.safeParse(change.runs, reading), 'runs') }),
  }
}

const reading = { error: wording, reportInput: true }

type Reading<T> = { success: true; data: T } | { success: false; error: Parameters<typeof mistakesOf>[0] }

function adjusted<T>(result: Reading<T>, key: string): T {
  if (result.success) return result.data
  throw refusal(mistakesOf(result.error).map(({ text }) => `${key}: ${text}`))
}

function parse(raw: unknown, options: PlanOptions, place: (path: readonly PropertyKey[]) => string): Plan {
  const result = planFile.safeParse(raw, reading)
  const mistakes = result.success ? unknownJurisdiction(result.data, options) : mistakesOf(result.error)
  if (!result.success || mistakes.length > 0) throw refusal(mistakes.map((each) => lineOf(each, place(each.at))))
  return toPlan(result.data, options)
}

function unknownJurisdiction(file: ReadPlanFile, { jurisdictions: known }: PlanOptions): readonly Mistake[] {
  if (known === undefined) return []
  return [...jurisdictionsOf(file).entries()].flatMap(([index, id]) => {
    const path = file.jurisdictions === undefined ? ['jurisdiction'] : ['jurisdictions', index]
    return known.includes(id) ? [] : [{ path, at: path, text: told`${quoted(id)} is none of ${known.join(', ')}` }]
  })
}

function jurisdictionsOf({ jurisdiction = 'eu', jurisdictions }: ReadPlanFile): readonly string[] {
  return jurisdictions ?? [jurisdiction]
}

function lineOf({ path, text }: Mistake, place: string): string {
  return path.length === 0 ? `${place}${text}` : `${place}${pathText(path)}: ${text}`
}

function refusal(lines: readonly string[]): ScanError {
  const shown = lines.slice(0, 5)
  const more = lines.length - shown.length
  return new ScanError('plan-invalid', [...shown, ...(more > 0 ? [`... and ${more} more`] : [])].join('\n'))
}

function toPlan(file: ReadPlanFile, { baseDir = '' }: PlanOptions): Plan {
  const site = new URL(file.site).origin
  const { acceptInvalid, trust } = file.access.certificates
  const absolute = (address: string): string => new URL(address, site).href
  const jurisdictions = jurisdictionsOf(file)
  return {
    ...file,
    site,
    jurisdiction: jurisdictions[0] ?? 'eu',
    jurisdictions,
    policies: file.policies.map(absolute),
    lookups: {
      ...file.lookups,
      exitIpFrom: file.lookups.exitIpFrom === null ? null : absolute(file.lookups.exitIpFrom),
    },
    steps: file.steps.map((step) => toStep(step, site)),
    locale: Intl.getCanonicalLocales(file.locale)[0] ?? file.locale,
    access: {
      ...file.access,
      certificates: { acceptInvalid, trust: trust === null ? null : resolve(baseDir, trust) },
    },
    knowledge: file.knowledge === null ? null : resolve(baseDir, file.knowledge),
  }
}

function toStep(step: ReadPlanFile['steps'][number], site: string): Step {
  return { ...step, label: step.label ?? step.id, go: toGo(step.go, site) }
}

function toGo(go: ReadPlanFile['steps'][number]['go'], site: string): Go {
  if ('url' in go) return { kind: 'url', url: new URL(go.url, site).href }
  return 'click' in go ? { kind: 'click', target: go.click } : { kind: 'submit', target: go.submit }
}

function webAddress(text: string): URL {
  if (/^https?:\/\/./i.test(text) && URL.canParse(text)) return new URL(text)
  const isHost = URL.canParse(`https://${text}`) && /^[^\s:/]+\.[^\s:/]+/.test(text)
  throw new ScanError(
    'plan-invalid',
    isHost
      ? told`${quoted(text)} is not an address that begins with http:// or https://; did you mean https://${text} ?`
      : told`${quoted(text)} is not an address that begins with http:// or https://`,
  )
}
