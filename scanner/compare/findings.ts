import type { Assessment, Blindness, Change, Finding, FindingChange, FindingSide, FindingWhy, Side } from '../model.ts'
import { blindnessAt, blindnessTo } from './blindness.ts'

/** Findings to act on or to decide that are not the same in both scans, the later scan's order first. */
export function changedFindings(
  before: Assessment,
  after: Assessment,
): { readonly changes: readonly FindingChange[]; readonly unchanged: number } {
  const then = openByKey(before)
  const now = openByKey(after)
  const all = [...new Set([...now.keys(), ...then.keys()])].map((key) => {
    const [old, fresh] = [then.get(key), now.get(key)]
    if (old && fresh) return inBoth({ before, after }, old, fresh)
    if (fresh) return onlyIn('after', fresh, 'new', blindnessTo(before, fresh))
    return old ? onlyIn('before', old, 'fixed', blindnessTo(after, old)) : null
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

function onlyIn(side: Side, finding: Finding, change: Change, blindness: Blindness | null): FindingChange {
  const sides = { before: null, after: null, [side]: sideOf(finding) }
  const told = { ...about(finding), ...sides }
  const other = side === 'before' ? 'after' : 'before'
  if (blindness !== null) return { ...told, change: 'unsure', why: [{ kind: 'blind', side: other, blindness }] }
  if (finding.stability === 'intermittent') return { ...told, change: 'flapping', why: [unsteady(side, finding)] }
  return { ...told, change, why: [] }
}

function inBoth(scans: Readonly<Record<Side, Assessment>>, old: Finding, fresh: Finding): FindingChange | null {
  const whole = { ...about(fresh), before: sideOf(old), after: sideOf(fresh) }
  const why: readonly FindingWhy[] = [
    ...(old.outcome === fresh.outcome ? [] : [{ kind: 'outcome', before: old.outcome, after: fresh.outcome } as const]),
    ...(old.severity === fresh.severity
      ? []
      : [{ kind: 'severity', before: old.severity, after: fresh.severity } as const]),
    ...moved('new-on', fresh, old, scans.before),
    ...moved('no-longer-on', old, fresh, scans.after),
  ]
  if (why.length > 0) return { ...whole, change: 'changed', why }
  if (fresh.stability === 'intermittent') return { ...whole, change: 'flapping', why: [unsteady('after', fresh)] }
  if (old.stability === 'intermittent') return { ...whole, change: 'flapping', why: [unsteady('before', old)] }
  return null

  function moved(
    kind: 'new-on' | 'no-longer-on',
    here: Finding,
    there: Finding,
    other: Assessment,
  ): readonly FindingWhy[] {
    // A page that the other scan could not have seen is no page that the finding came to, or left.
    const couldSee = (id: string): boolean => here.state === null || blindnessAt(other, here.state, id) === null
    const stepIds = here.stepIds.filter((id) => !there.stepIds.includes(id) && couldSee(id))
    return stepIds.length === 0 ? [] : [{ kind, stepIds: inOrder(scans.after, stepIds) }]
  }
}

function inOrder({ steps }: Assessment, ids: readonly string[]): readonly string[] {
  const order = steps.map(({ id }) => id)
  return ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

function unsteady(side: Side, { seen }: Finding): FindingWhy {
  return { kind: 'some-runs', side, ...seen }
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

function sideOf({ outcome, severity, summary, stepIds, seen }: Finding): FindingSide {
  return { outcome, severity, summary, stepIds, seen }
}
