import type { Jurisdiction } from '../jurisdictions/jurisdiction.ts'
import type { Category, LegalReading, Outcome, Severity, Wording } from '../model.ts'
import { lifetime } from '../phrases.ts'
import type { Exceeds, Readings, Rule } from '../rules/rule.ts'
import { asWritten, NOTHING, said, together } from '../said.ts'

/** What was found, before any law is asked. */
export interface Question {
  readonly rule: Rule
  readonly category: Category | null
  readonly outcome: Outcome
  /** Of the draft itself; `null`: the rule's own. */
  readonly severity: Severity | null
  /** Present where the law is open everywhere. */
  readonly open: Readings | null
  readonly exceeds: Exceeds | null
  /** The vendor's record says that consent depends on how it is used. */
  readonly mayBeExempt: boolean
}

/** A reading, with its note as it is made. */
export type WordedReading = Omit<LegalReading, 'note'> & { readonly note: Wording }

/** One fact under each legal order: one reading where its law is settled, two where two are held. */
export function readingsOf(jurisdictions: readonly Jurisdiction[], question: Question): readonly WordedReading[] {
  return jurisdictions.flatMap((jurisdiction) => under(jurisdiction, question))
}

function under(jurisdiction: Jurisdiction, question: Question): readonly WordedReading[] {
  const { rule, category, outcome, exceeds } = question
  const ofCategory = `${rule.id} ${category}`
  const { severity, law, notes, notAsked, strict, limits } = jurisdiction
  const whole = {
    jurisdiction: jurisdiction.id,
    severity: severity[ofCategory] ?? question.severity ?? severity[rule.id] ?? rule.severity,
    law: law[ofCategory] ?? law[rule.id] ?? rule.law,
  }
  const settled = (its: Outcome, note: Wording): readonly WordedReading[] => [
    { ...whole, reading: 'settled', counts: true, outcome: its, note },
  ]
  const silence = notAsked[rule.id]
  if (silence !== undefined) return settled('not-applicable', asWritten(silence))
  if (outcome === 'pass' || outcome === 'not-applicable') return settled(outcome, NOTHING)
  if (exceeds && exceeds.days <= limits[exceeds.limit])
    return settled('pass', said`Up to ${lifetime(limits[exceeds.limit])} are within what is recommended here.`)
  const note = asWritten(notes[ofCategory] ?? notes[rule.id] ?? '')
  const open = question.open ?? openHere(jurisdiction, question)
  if (open === null) return settled(outcome, note)
  const isStrict = strict.includes(rule.id) || strict.includes(ofCategory)
  return [
    { ...whole, reading: 'strict', counts: true, outcome, note: together([open.strict, note]) },
    { ...whole, reading: 'tolerant', counts: !isStrict, outcome: 'pass', note: open.tolerant },
  ]
}

/** Settled elsewhere, open here. */
function openHere({ open }: Jurisdiction, { rule, category, mayBeExempt }: Question): Readings | null {
  const question = open[`${rule.id} ${category}`] ?? open[rule.id]
  return question && (question.of === 'all' || mayBeExempt)
    ? { strict: asWritten(question.strict), tolerant: asWritten(question.tolerant) }
    : null
}
