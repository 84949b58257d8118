import { stringify } from 'yaml'
import { ScanError } from '../../scanner/errors.ts'
import { jurisdictions } from '../../scanner/jurisdictions/index.ts'
import type { Plan } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { mistakesOf, wording } from '../../scanner/plan/mistakes.ts'
import { planFile } from '../../scanner/plan/schema.ts'
import { readSource } from '../../scanner/plan/source.ts'
import { pathText } from '../../scanner/plan/words.ts'
import { told } from '../../scanner/said.ts'
import type { CheckedPlan, PlanDraft, PlanMistake } from '../contract.ts'
import { hiddenSecrets, revealedSecrets } from './hidden-secrets.ts'

/** What is wrong with a draft of a plan, by path and by its place in the file it makes, and the plan when nothing is. */
export function checkDraft(draft: PlanDraft): CheckedPlan {
  const text = asText(draft)
  const source = readSource(text, FILE, 'yaml')
  return checked(draft, text, (path) => placeOf(source.place(path)))
}

/** The plan of a draft that has to be whole. @throws ScanError `plan-invalid`, a line for each mistake. */
export function planOf(draft: PlanDraft): Plan {
  const { plan, mistakes } = checkDraft(draft)
  if (plan !== null) return plan
  throw new ScanError('plan-invalid', mistakes.map(({ at, text }) => `${at}: ${text}`).join('\n'))
}

/** The same for the text of a plan file, with the line and column of each mistake. */
export function checkText(text: string, format: 'yaml' | 'json', kept: PlanDraft | null = null): CheckedPlan {
  try {
    const source = readSource(text, FILE, format)
    const draft = source.raw
    if (typeof draft !== 'object' || draft === null || Array.isArray(draft))
      return refused(text, told`a plan is a group of keys, such as name, site and steps`, PLACE_OF_FIRST)
    return checked(revealedSecrets({ ...draft }, kept ?? {}), text, (path) => placeOf(source.place(path)))
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    return refused(text, error.message.replace(/^\S+?: /, ''), placeOf(error.message))
  }
}

/** A draft that visits these addresses in their order. A line that is no address is a mistake of the step it became. */
export function draftFromUrls(urls: readonly string[], name: string): PlanDraft {
  const lines = urls.map((line) => line.trim()).filter((line) => line !== '')
  const [first] = lines.filter((line) => URL.canParse(line)).map((line) => new URL(line))
  return {
    name: name.trim() === '' ? (first?.host ?? '') : name.trim(),
    site: first?.origin ?? '',
    steps: lines.map((url, index) => ({ id: `page-${index + 1}`, label: labelOf(url, first), go: { url } })),
  }
}

/** What a person calls the page: its path, or the host for the first one and for pages of others. */
function labelOf(address: string, first: URL | undefined): string {
  const url = URL.parse(address)
  if (url === null) return address
  const path = url.pathname.replace(/\/$/, '')
  return `${url.host === first?.host && path !== '' ? '' : url.host}${path}`
}

/** Shown in no message: it only marks where the place begins. */
const FILE = 'plan'

type Place = Pick<PlanMistake, 'line' | 'column'>

const NOWHERE: Place = { line: null, column: null }
const PLACE_OF_FIRST: Place = { line: 1, column: 1 }

function placeOf(text: string): Place {
  const [, line, column] = /^plan:(\d+):(\d+)/.exec(text) ?? []
  return line === undefined ? NOWHERE : { line: Number(line), column: Number(column) }
}

function checked(draft: PlanDraft, text: string, place: (path: readonly PropertyKey[]) => Place): CheckedPlan {
  const hidden = hiddenSecrets(draft)
  const written = { draft, text, hiddenText: hidden && asText(hidden) }
  const shape = planFile.safeParse(draft, { error: wording, reportInput: true })
  if (!shape.success) {
    const mistakes = mistakesOf(shape.error).map(({ path, at, text: what }) => mistake(path, what, place(at)))
    return { ...written, mistakes, plan: null }
  }
  const plan = read(draft)
  if (typeof plan !== 'string') return { ...written, mistakes: [], plan }
  // The few rules that lie beyond the shape, one sentence a line.
  const mistakes = plan.split('\n').map((line) => {
    const [, at = '', what = line] = /^(\S+): (.*)$/s.exec(line) ?? []
    return { ...mistake([], what, NOWHERE), at }
  })
  return { ...written, mistakes, plan: null }
}

function read(draft: PlanDraft): Plan | string {
  try {
    return parsePlan(draft, { jurisdictions: jurisdictions.map(({ id }) => id) })
  } catch (error) {
    if (error instanceof ScanError) return error.message
    throw error
  }
}

function mistake(path: readonly PropertyKey[], text: string, place: Place): PlanMistake {
  const plain = path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  return { path: plain, at: pathText(path), text, ...place }
}

function refused(text: string, what: string, place: Place): CheckedPlan {
  return { draft: {}, text, hiddenText: null, mistakes: [mistake([], what, place)], plan: null }
}

function asText(draft: PlanDraft): string {
  return stringify(draft, { lineWidth: 0 })
}
