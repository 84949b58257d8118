import { contactOrStored, draft, grouped, inBrackets, listed, needsConsent, onSteps, quoted, when } from './drafting.ts'
import { named } from '../phrases.ts'
import type { ObservationOf, Sighting } from '../model.ts'
import type { DraftFinding, Rule, RuleContext } from './rule.ts'
import { asWritten, said } from '../said.ts'

/** Called essential, by the vendor or by the site, and at work without consent, though it serves other ends. */
export const essentialThatIsNot: Rule = {
  id: 'F10',
  title: 'Called essential, and is not',
  law: [
    'ePrivacy Directive Art. 5(3)',
    'Art. 29 Working Party Opinion 04/2012 (WP 194)',
    'EDPB Cookie Banner Taskforce report, type I',
  ],
  severity: 'medium',
  states: ['rejected', 'no-choice'],
  asked: 'once',
  needs: ['request', 'cookie-write', 'storage-write', 'declaration'],
  holds: said`nothing was at work without consent that is called essential and serves other ends`,
  evaluate: (sightings, context) => {
    const active = sightings.filter((each) => needsConsent(each) && contactOrStored(each, context))
    return [...byVendors(active, context), ...bySite(active, context)]
  },
}

/** What vendors file under essential, from their own pages. */
function byVendors(active: readonly Sighting[], context: RuleContext): readonly DraftFinding[] {
  return grouped(active).flatMap((same) => {
    const [first] = same
    const labels = first.vendorId === null ? [] : context.vendor(first.vendorId).selfLabels
    return labels.slice(0, 1).map(({ label, items, ours }) =>
      draft(context, same, {
        item: 'vendor',
        summary: said`${first.name} was at work ${onSteps(context, same)} ${when(context.state)}. The vendor files under ${quoted(label)}: ${listed(items, 5)}. ${asWritten(ours)}`,
        fix: said`Do not take over the label of ${first.name}${inBrackets(context, same)}: hold back what serves tracking, affiliates or experiments until the visitor consents.`,
      }),
    )
  })
}

/** What the site's own list files under necessary. */
function bySite(active: readonly Sighting[], context: RuleContext): readonly DraftFinding[] {
  const necessary = (context.declarations ?? []).filter(({ category }) => category === 'necessary')
  const declared = active.flatMap((sighting) => {
    const row = necessary.find(({ name }) => sighting.kind !== 'request' && isNamed(name, sighting.item))
    return row ? [{ sighting, row }] : []
  })
  const rows = new Map(declared.map(({ sighting, row }) => [sighting.id, row]))
  return grouped(
    declared.map(({ sighting }) => sighting),
    (each) => `${each.vendorId ?? each.host}\n${each.item}`,
  ).map((same) => {
    const [first] = same
    const row = rows.get(first.id)
    const finding = draft(context, same, {
      item: first.item,
      summary: said`The site declares ${quoted(first.item)} as ${quoted(row?.categoryText ?? 'necessary')}. It belongs to ${first.name} and serves ${named(first.category)}; it was stored ${onSteps(context, same)} ${when(context.state)}.`,
      fix: said`Move ${quoted(first.item)} to the category ${named(first.category)}, and hold it back${inBrackets(context, same)} until the visitor consents.`,
    })
    return { ...finding, evidence: [...finding.evidence, ...idOf(row)] }
  })
}

const idOf = (row: ObservationOf<'declaration'> | undefined): readonly string[] => (row ? [row.id] : [])

/** An asterisk or a run of `#` or `x` stands for what differs. */
function isNamed(written: string, item: string): boolean {
  const parts = written.trim().split(/\*+|#+|x{3,}/i)
  if (parts.join('').length < 3) return false
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.*')
  return new RegExp(`^${pattern}$`, 'i').test(item)
}
