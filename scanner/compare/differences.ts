import type { Assessment } from '../model.ts'
import { listed, when } from '../words.ts'
import { sees } from './sight.ts'

/** Whether there is any page of any state that both scans saw. */
export function isComparable(before: Assessment, after: Assessment): boolean {
  if (before.scan.site !== after.scan.site) return false
  return before.states.some(({ state }) =>
    before.steps.some(({ id }) => sees(before, state, id) && sees(after, state, id)),
  )
}

/** How the two scans were made otherwise, in sentences. */
export function differencesOf(before: Assessment, after: Assessment): readonly string[] {
  const sentences: readonly (string | null)[] = [
    differs('The site', before.scan.site, after.scan.site),
    differs('The pages', names(before.steps), names(after.steps)),
    differs('The consent states', states(before), states(after)),
    ...unproven('earlier', before),
    ...unproven('later', after),
    before.scan.startedAt > after.scan.startedAt
      ? 'The later scan began before the earlier one: new and fixed are told the wrong way round.'
      : null,
    ended('earlier', before),
    ended('later', after),
    differs('The runs of each state', String(before.scan.runs), String(after.scan.runs)),
    differs('The jurisdictions', orders(before), orders(after)),
    differs('The rules', missing(before, after), missing(after, before)),
    differs('What was known of vendors', before.versions.knowledge, after.versions.knowledge),
    differs('The browser', before.versions.browser, after.versions.browser),
    differs('Tagtrail', before.versions.tool, after.versions.tool),
    judgedAlike(before, after)
      ? null
      : 'The two were not judged alike: what changed may be the judgement, and not the site. Judged anew, both are judged by the same rules.',
  ]
  return sentences.filter((sentence) => sentence !== null)
}

/** By the same rules, law and knowledge. */
function judgedAlike(before: Assessment, after: Assessment): boolean {
  const [old, fresh] = [before, after].map((each) => [orders(each), each.versions.knowledge, ...each.versions.rules])
  return String(old) === String(fresh)
}

function differs(what: string, before: string, after: string): string | null {
  if (before === after) return null
  return `${what} differ${what === 'The site' || what === 'The browser' || !what.startsWith('The') ? 's' : ''}: ${before || 'none'} before, ${after || 'none'} now.`
}

function unproven(which: string, { states: all }: Assessment): readonly string[] {
  return all
    .filter(({ verdict, proven, runs }) => verdict !== 'proven' || proven.length < runs)
    .map(({ state, verdict, because }) =>
      verdict === 'proven'
        ? `The ${which} scan proved what happens ${when(state)} ${because}.`
        : `The ${which} scan says nothing of what happens ${when(state)} (${because}).`,
    )
}

function ended(which: string, { scan }: Assessment): string | null {
  return scan.ended === 'complete' ? null : `The ${which} scan did not come to its end.`
}

/** Rules of one that the other did not ask. */
function missing({ versions }: Assessment, other: Assessment): string {
  return versions.rules.filter((id) => !other.versions.rules.includes(id)).join(', ')
}

function names(steps: Assessment['steps']): string {
  return listed(
    steps.map(({ id }) => id),
    12,
  )
}

function states(scan: Assessment): string {
  return scan.states.map(({ state }) => state).join(', ')
}

function orders({ scan: { jurisdiction, jurisdictions } }: Assessment): string {
  return (jurisdictions.length > 0 ? jurisdictions : [jurisdiction]).join(', ')
}
