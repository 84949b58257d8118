import type { Assessment, ComparedBy, Difference, DifferentSetting, Side } from '../model.ts'

/** In what the two scans differ otherwise than in what the site did. */
export function differencesOf(before: Assessment, after: Assessment): readonly Difference[] {
  const by = (kind: DifferentSetting, of: (scan: Assessment) => string): readonly Difference[] => {
    const [old, fresh] = [of(before), of(after)]
    return old === fresh ? [] : [{ kind, before: old, after: fresh }]
  }
  const onlyHere = (here: Assessment, there: Assessment): string =>
    here.versions.rules.filter((id) => !there.versions.rules.includes(id)).join(', ')
  const rules = { before: onlyHere(before, after), after: onlyHere(after, before) }
  return [
    ...by('site', ({ scan }) => scan.site),
    ...by('steps', ({ steps }) => steps.map(({ id }) => id).join(', ')),
    ...by('states', ({ states }) => states.map(({ state }) => state).join(', ')),
    ...unproven('before', before),
    ...unproven('after', after),
    ...(before.scan.startedAt > after.scan.startedAt ? [{ kind: 'wrong-order' } as const] : []),
    ...notEnded('before', before),
    ...notEnded('after', after),
    ...by('runs', ({ scan }) => String(scan.runs)),
    ...by('jurisdictions', (scan) => orders(scan).join(', ')),
    ...(rules.before === rules.after ? [] : [{ kind: 'rules', ...rules } as const]),
    ...by('knowledge', ({ versions }) => versions.knowledge),
    ...by('own-knowledge', ({ ownKnowledge }) => ownKnowledge?.path ?? ''),
    ...by('browser', ({ versions }) => versions.browser),
    ...by('tool', ({ versions }) => versions.tool),
    ...(judgedBy(before, after) === null ? [{ kind: 'judged-otherwise' } as const] : []),
  ]
}

/** By the same rules, law and knowledge; `null` where one of them differs. */
export function judgedBy(before: Assessment, after: Assessment): ComparedBy | null {
  const [old, fresh] = [before, after].map((scan) => {
    const { versions, ownKnowledge } = scan
    return JSON.stringify([orders(scan), versions.knowledge, versions.rules, ownKnowledge])
  })
  if (old !== fresh) return null
  const { knowledge, rules } = after.versions
  return { knowledge, ownKnowledge: after.ownKnowledge, jurisdictions: orders(after), rules: rules.length }
}

function unproven(side: Side, { states }: Assessment): readonly Difference[] {
  return states.flatMap(({ state, verdict, because, proven, runs }): readonly Difference[] => {
    if (verdict !== 'proven') return [{ kind: 'unproven', side, state, verdict, because }]
    return proven.length < runs ? [{ kind: 'some-runs', side, state, because }] : []
  })
}

function notEnded(side: Side, { scan }: Assessment): readonly Difference[] {
  return scan.ended === 'complete' ? [] : [{ kind: 'not-ended', side }]
}

function orders({ scan: { jurisdiction, jurisdictions } }: Assessment): readonly string[] {
  return jurisdictions.length > 0 ? jurisdictions : [jurisdiction]
}
