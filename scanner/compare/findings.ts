import type { Assessment, Change, Finding, FindingChange, FindingSide } from '../model.ts'
import { listed } from '../words.ts'
import { blindnessTo } from './sight.ts'

/** Findings to act on or to decide that are not the same in both scans, the later scan's order first. */
export function changedFindings(
  before: Assessment,
  after: Assessment,
): { readonly changes: readonly FindingChange[]; readonly unchanged: number } {
  const then = openByKey(before)
  const now = openByKey(after)
  const all = [...new Set([...now.keys(), ...then.keys()])].map((key) => {
    const [old, fresh] = [then.get(key), now.get(key)]
    if (old && fresh) return inBoth(after, old, fresh)
    if (fresh) return onlyIn(fresh, null, fresh, 'new', blindnessTo(before, fresh))
    return old ? onlyIn(old, old, null, 'fixed', blindnessTo(after, old)) : null
  })
  const changes = all.filter((each) => each !== null)
  return { changes, unchanged: all.length - changes.length }
}

/** What somebody has to act on or decide; what a rule could not see at all is no finding to compare. */
function openByKey({ findings }: Assessment): ReadonlyMap<string, Finding> {
  const open = findings.filter(
    ({ outcome, evidence }) => outcome === 'fail' || (outcome === 'unclear' && evidence.length > 0),
  )
  return new Map(open.map((finding) => [finding.key, finding]))
}

function onlyIn(
  finding: Finding,
  old: Finding | null,
  fresh: Finding | null,
  change: Change,
  blind: string | null,
): FindingChange {
  const sides = { before: sideOf(old), after: sideOf(fresh) }
  const other = old === null ? 'earlier' : 'later'
  if (blind !== null)
    return { ...about(finding), ...sides, change: 'unsure', because: `In the ${other} scan ${blind}.` }
  if (finding.stability === 'intermittent') {
    const { runs, of } = finding.seen
    return {
      ...about(finding),
      ...sides,
      change: 'flapping',
      because: `It was seen in ${runs} of ${of} proven runs only.`,
    }
  }
  return { ...about(finding), ...sides, change, because: '' }
}

function inBoth(after: Assessment, old: Finding, fresh: Finding): FindingChange | null {
  const whole = { ...about(fresh), before: sideOf(old), after: sideOf(fresh) }
  const said = [
    old.outcome === fresh.outcome ? null : `The answer was ${old.outcome} and is ${fresh.outcome}.`,
    old.severity === fresh.severity ? null : `Its weight was ${old.severity} and is ${fresh.severity}.`,
    moved('New on', fresh.stepIds, old.stepIds, after),
    moved('No longer on', old.stepIds, fresh.stepIds, after),
  ].filter((each) => each !== null)
  if (said.length > 0) return { ...whole, change: 'changed', because: said.join(' ') }
  const unsteady = [old, fresh].find(({ stability }) => stability === 'intermittent')
  if (!unsteady) return null
  const { runs, of } = unsteady.seen
  return { ...whole, change: 'flapping', because: `It was seen in ${runs} of ${of} proven runs only.` }
}

function moved(how: string, here: readonly string[], there: readonly string[], { steps }: Assessment): string | null {
  const ids = here.filter((id) => !there.includes(id))
  if (ids.length === 0) return null
  const labels = ids.map((id) => steps.find((step) => step.id === id)?.label ?? id)
  return `${how} ${listed(labels, 6)}.`
}

function about({
  key,
  ruleId,
  title,
  state,
  vendorId,
}: Finding): Pick<FindingChange, 'key' | 'ruleId' | 'title' | 'state' | 'vendorId'> {
  return { key, ruleId, title, state, vendorId }
}

function sideOf(finding: Finding | null): FindingSide | null {
  if (finding === null) return null
  const { outcome, severity, summary, stepIds, seen } = finding
  return { outcome, severity, summary, stepIds, seen }
}
