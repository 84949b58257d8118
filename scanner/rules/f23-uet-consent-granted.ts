import type { RequestFact } from '../model.ts'
import type { Says } from '../signals/signal.ts'
import { uetAsc } from '../signals/uet-asc.ts'
import { draft, onSteps, parameter, requestsOf, when, whereOf } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Microsoft's advertising tag says that consent was granted although the visitor had not given it. */
export const uetConsentGranted: Rule = {
  id: 'F23',
  title: 'Microsoft consent signal granted without consent',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 7(1)', 'Microsoft Advertising consent requirements (May 2025)'],
  severity: 'high',
  states: ['no-choice', 'rejected'],
  asked: 'each',
  needs: ['request'],
  holds: said`no request told Microsoft that consent was granted`,
  evaluate: (sightings, context) => {
    const signalled = sightings.filter((each) => requestsOf(each, context).some((seen) => told(seen) !== null))
    if (signalled.length === 0)
      return {
        outcome: 'not-applicable',
        because: said`No request carried Microsoft's consent signal ${when(context.state)}.`,
      }
    const granted = signalled.filter((each) => requestsOf(each, context).some((seen) => told(seen) === 'granted'))
    if (granted.length === 0) return []
    return [
      draft(context, granted, {
        summary: said`Microsoft Advertising was told that consent is granted (\`asc=G\`) ${onSteps(context, granted)} ${when(context.state)}.`,
        fix: said`${whereOf(context, granted)}: before the tag, call window.uetq.push('consent', 'default', { ad_storage: 'denied' }), and update it with the choice.`,
      }),
    ]
  },
}

/** What the request told Microsoft, `null` when it told nothing. */
function told({ url }: RequestFact): Says | null {
  if (!/^https:\/\/bat\.bing\.(?:com|net)\/action\//.test(url)) return null
  const signal = uetAsc.decode(parameter(url, 'asc') ?? '')
  return signal.ok ? signal.value.says : null
}
