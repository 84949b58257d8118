import { when } from './drafting.ts'
import { isReplay, leakDrafts, leaksIn, nothingTyped, onPages, runsForms } from './leaks.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** What was typed went to another party although no form had been sent: the visitor could still change their mind. */
export const formReadBeforeSubmit: Rule = {
  id: 'F27',
  title: 'Form read before it is sent',
  law: ['GDPR Art. 5(1)(a), 6', 'GDPR Art. 25'],
  severity: 'critical',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'each',
  needs: ['canary-seen', 'request', 'socket'],
  holds: said`nothing the visitor typed went to another party before the form was sent`,
  evaluate: (sightings, context) => {
    const because = nothingTyped(context)
    if (because !== null) return { outcome: 'not-applicable', because }
    // What a recorder of sessions takes is another question.
    const leaks = leaksIn(sightings, context).filter((leak) => leak.seen.beforeSubmit && !isReplay(leak, context))
    return leakDrafts(context, leaks, (leak) => ({
      readings: runsForms(leak, context) ? READINGS : null,
      told: (to, how) =>
        said`went to ${to} before the form was sent (${how}) ${onPages(context, leaks)} ${when(context.state)}.`,
      fix: (to) =>
        said`Switch off what reads fields while they are typed in (automatic matching, form tracking, autosave) in the settings of ${to}, or keep its script off pages with forms.`,
    }))
  },
}

const READINGS = {
  strict: said`until the form is sent nobody has been given anything, whoever runs the form.`,
  tolerant: said`the vendor runs this form for the site and checks or keeps what is typed there.`,
}
