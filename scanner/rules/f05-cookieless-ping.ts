import { draft, gate, grouped, PARTS, refusedIn, requestsOf, saysDenied, sentData, wentTo } from './drafting.ts'
import type { RequestFact } from '../model.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** A tag that knows it has no consent reports the visit all the same, as advanced Consent Mode does by design. */
export const cookielessPing: Rule = {
  id: 'F05',
  title: 'Cookieless ping without consent',
  law: ['ePrivacy Directive Art. 5(3)', 'EDPB Guidelines 2/2023 (URL and pixel tracking)'],
  severity: 'medium',
  states: ['no-choice', 'rejected', ...PARTS],
  asked: 'each',
  needs: ['request'],
  holds: said`no tag reported a visit while saying that consent was denied`,
  evaluate: (sightings, context) =>
    grouped(
      sightings.filter((each) => refusedIn(context)(each) && sentData(each, context) && saysDenied(each, context)),
    ).map((pings) => {
      const carried = pings.flatMap((each) => requestsOf(each, context)).find(singlesOut)
      const says = {
        summary: said`${wentTo(context, pings)}, each marked as denied.`,
        fix: said`${gate(context, pings)} In Consent Mode that is "basic" in place of "advanced".`,
      }
      return carried
        ? draft(context, pings, { ...says, summary: said`${says.summary} They carried an identifier all the same.` })
        : draft(context, pings, { ...says, readings: READINGS })
    }),
}

const READINGS = {
  strict: said`a ping passes on what it reads from the device and needs consent, with or without a cookie.`,
  tolerant: said`a ping that stores nothing and carries no identifier is no access to the device.`,
}

/** A click id, a user id, hashed contact data, or cookies of the vendor's own. */
function singlesOut({ url, headers }: RequestFact): boolean {
  const hasCookie = Object.keys(headers).some((name) => name.toLowerCase() === 'cookie')
  return hasCookie || /[?&;](?:uid|vid|gclid|wbraid|gbraid|dclid|msclkid|em|gclaw|auid)=[^&;]/.test(url)
}
