import { allows } from '../states.ts'
import type { Sighting } from '../model.ts'
import { declarationBook, namesOf, type Declaration } from './declared.ts'
import { draft, grouped, inBrackets, lifetime, listed, onSteps, quoted, subjectOf, when } from './drafting.ts'
import { named } from '../phrases.ts'
import type { DraftFinding, Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** What the site says of its cookies is held against what was on the device: missing, otherwise, longer, or not there. */
export const declaredOtherwise: Rule = {
  id: 'F32',
  title: 'Policy and device differ',
  law: ['GDPR Art. 13(1)(e), 13(2)(a)', 'ePrivacy Directive Art. 5(3): clear information', 'CJEU C-673/17 (Planet49)'],
  severity: 'medium',
  states: ['accepted', 'rejected', 'no-choice'],
  asked: 'each',
  needs: ['cookie-write', 'cookie', 'storage-write', 'storage', 'declaration'],
  holds: said`everything on the device was declared as it was, and nothing declared for another choice was there`,
  evaluate: (sightings, context) => {
    const { declarations, policies } = context
    if (declarations.length === 0 && policies.length === 0)
      return { outcome: 'not-applicable', because: said`The plan names no cookie policy to read (policies).` }
    if (declarations.length === 0)
      return {
        outcome: 'unclear',
        because: said`No list of cookies could be read on the pages the plan names as policies.`,
      }
    const book = declarationBook(declarations)
    const kept = sightings.filter((each) => ON_THE_DEVICE.has(context.effect(each)))
    const items = grouped(kept, (each) => `${subjectOf(each)}\n${each.item}`).map((same) => ({
      same,
      rows: book(same.flatMap((each) => namesOf(each, context))),
    }))
    // After accept everything may be there: the place to ask whether it is declared at all, and as it is.
    if (context.state === 'accepted' || context.sightingsIn('accepted') === null)
      return [
        ...items.flatMap((item) => wholly(context, item)),
        ...(context.state === 'accepted' ? absent(context, declarations, book) : []),
      ]
    return items.flatMap((item) => againstTheChoice(context, item))
  },
}

const ON_THE_DEVICE: ReadonlySet<string> = new Set(['stored', 'kept', 'late'])

interface Item {
  readonly same: readonly [Sighting, ...Sighting[]]
  readonly rows: readonly Declaration[]
}

function wholly(context: RuleContext, item: Item): readonly DraftFinding[] {
  const { same, rows } = item
  if (rows.length === 0) return undeclared(context, same)
  return [...otherwise(context, item), ...longer(context, item), ...againstTheChoice(context, item)]
}

/** A session or setting of the site's own that singles nobody out is no tracker to declare. */
function undeclared(context: RuleContext, same: Item['same']): readonly DraftFinding[] {
  const [first] = same
  const tracks = first.category === 'marketing' || first.category === 'analytics'
  if (!tracks && !same.some(({ identifier }) => identifier)) return []
  return [
    draft(context, same, {
      item: `undeclared:${first.item}`,
      outcome: tracks ? 'fail' : 'unclear',
      severity: tracks ? null : 'low',
      summary: said`${quoted(first.item)} of ${first.name} was on the device ${onSteps(context, same)} ${when(context.state)} and stands in no list that was read.`,
      fix: said`Declare ${quoted(first.item)} with its provider, purpose and lifetime, or stop it${inBrackets(context, same)}.`,
    }),
  ]
}

/** Declared as needed, known as tracking. */
function otherwise(context: RuleContext, { same, rows }: Item): readonly DraftFinding[] {
  const [first] = same
  if (first.category !== 'marketing' && first.category !== 'analytics') return []
  const wrong = rows.filter(({ category }) => category === 'necessary' || category === 'functional')
  const [row] = wrong
  if (!row || wrong.length < rows.length) return []
  return [
    cited(wrong, {
      ...draft(context, same, {
        item: `category:${first.item}`,
        outcome: first.disputed ? 'unclear' : 'fail',
        summary: said`${quoted(first.item)} of ${first.name} is declared as ${quoted(row.categoryText ?? row.category ?? '')}; it is known to serve ${named(first.category)}.`,
        fix: said`Put ${quoted(first.item)} among the cookies for ${named(first.category)} and ask for consent, or show why it is needed.`,
      }),
    }),
  ]
}

/** Browsers keep nothing beyond 400 days, so that a longer declaration is met; a day is what clocks differ by. */
function longer(context: RuleContext, { same, rows }: Item): readonly DraftFinding[] {
  const [first] = same
  const told = rows.flatMap(({ days }) => (days === null ? [] : [days]))
  const seen = same.reduce((most, each) => Math.max(most, each.lifetimeDays ?? 0), 0)
  const most = told.reduce((a, b) => Math.max(a, b), -1)
  if (most < 0 || told.length < rows.length || seen <= most * 1.1 + 1) return []
  return [
    cited(rows, {
      ...draft(context, same, {
        item: `lifetime:${first.item}`,
        summary: said`${quoted(first.item)} of ${first.name} lives ${lifetime(seen)} ${onSteps(context, same)}; declared is ${most === 0 ? said`the visit` : lifetime(most)}.`,
        fix: said`Correct the declared lifetime of ${quoted(first.item)}, or shorten it.`,
      }),
    }),
  ]
}

/** By the site's own words it waits for a consent that was not given. */
function againstTheChoice(context: RuleContext, { same, rows }: Item): readonly DraftFinding[] {
  const [first] = same
  const active = same.filter((each) => context.effect(each) === 'stored')
  const barred = rows.filter(({ category }) => category !== null && !allows(context.state, category))
  const [row] = barred
  if (!row || active.length === 0 || barred.length < rows.length) return []
  return [
    cited(barred, {
      ...draft(context, active, {
        item: `choice:${first.item}`,
        severity: 'high',
        summary: said`${quoted(first.item)} of ${first.name} was stored ${onSteps(context, active)} ${when(context.state)}, though the site itself declares it as ${quoted(row.categoryText ?? row.category ?? '')}.`,
        fix: said`Hold back what sets ${quoted(first.item)}${inBrackets(context, active)} until ${named(row.category ?? 'unclassified')} is granted, as the policy says.`,
      }),
    }),
  ]
}

/** A funnel is part of a site: what was not met here may be set elsewhere. */
function absent(
  context: RuleContext,
  declarations: readonly Declaration[],
  book: ReturnType<typeof declarationBook>,
): readonly DraftFinding[] {
  const met = new Set(
    context.states.flatMap(({ state }) =>
      (context.sightingsIn(state) ?? []).flatMap((each) => book(namesOf(each, context))),
    ),
  )
  const rows = declarations.filter((row) => !met.has(row))
  const names = [...new Set(rows.map(({ name }) => name))]
  if (names.length === 0) return []
  const unmet = listed(names.map(quoted), 8)
  const told = draft(context, [], {
    item: 'absent',
    outcome: 'unclear',
    severity: 'info',
    summary:
      names.length === 1
        ? said`${1} declared cookie was not met in any state on the pages of the funnel: ${unmet}.`
        : said`${names.length} declared cookies were not met in any state on the pages of the funnel: ${unmet}.`,
    fix: said`Strike what is no longer used from the policy; leave what other pages set.`,
  })
  return [cited(rows, { ...told, stepIds: context.steps.map(({ id }) => id) })]
}

function cited(rows: readonly Declaration[], finding: DraftFinding): DraftFinding {
  return { ...finding, evidence: [...finding.evidence, ...rows.slice(0, 50).map(({ id }) => id)] }
}
