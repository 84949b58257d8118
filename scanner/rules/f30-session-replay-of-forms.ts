import { allows } from '../states.ts'
import type { Sighting } from '../model.ts'
import { draft, gate, grouped, onSteps, sentData, when } from './drafting.ts'
import { isRecorder, isReplay, leakDrafts, leaksIn, nothingTyped, onPages } from './leaks.ts'
import type { DraftFinding, Rule, RuleContext, Verdict } from './rule.ts'
import { said } from '../said.ts'

/** A recorder of sessions runs where visitors type: without consent, or without hiding what they type. */
export const sessionReplayOfForms: Rule = {
  id: 'F30',
  title: 'Session replay on pages with forms',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 5(1)(f), 32'],
  severity: 'critical',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'each',
  needs: ['canary-seen', 'request', 'socket'],
  holds: said`no recorder of sessions was seen to take what visitors type, or to run without consent where they do`,
  evaluate: (sightings, context) => {
    const replays = sightings.filter((each) => isRecorder(each, context) && sentData(each, context))
    const unmasked = leaksIn(sightings, context).filter((leak) => isReplay(leak, context))
    if (replays.length === 0 && unmasked.length === 0)
      return { outcome: 'not-applicable', because: said`No recorder of sessions sent anything ${when(context.state)}.` }
    const open = leakDrafts(context, unmasked, () => ({
      told: (to, how) => said`is in what ${to} recorded (${how}) ${onPages(context, unmasked)} ${when(context.state)}.`,
      fix: (to) => said`Mask every field in the settings of ${to}, or keep it off pages with forms.`,
    })).map((each) => ({ ...each, item: 'unmasked' }))
    const drafts = [...open, ...withoutConsent(replays, context)]
    return drafts.length > 0 ? drafts : unread(replays, context)
  },
}

/** On pages where visitors type. */
function withoutConsent(replays: readonly Sighting[], context: RuleContext): readonly DraftFinding[] {
  const typed = new Set(
    context.steps.filter(({ role, fill }) => FORM_ROLES.has(role) || fill.length > 0).map(({ id }) => id),
  )
  const there = replays.filter((each) => typed.has(each.stepId) && !allows(context.state, each.category))
  return grouped(there).map((same) =>
    draft(context, same, {
      summary: said`${same[0].name} recorded sessions ${onSteps(context, same)}, where visitors type, ${when(context.state)}.`,
      fix: gate(context, same),
    }),
  )
}

const FORM_ROLES: ReadonlySet<string> = new Set(['opt-in', 'checkout'])

/** Recordings are often packed: that nothing typed was found in them is no proof that it is masked. */
function unread(replays: readonly Sighting[], context: RuleContext): Verdict {
  const [first] = replays
  if (!first) return []
  const why = nothingTyped(context) ?? said`What was typed was not found in its recordings, which may be packed.`
  return {
    outcome: 'unclear',
    because: said`${first.name} records sessions ${when(context.state)}. ${why} Whether fields are masked, its settings say.`,
  }
}
