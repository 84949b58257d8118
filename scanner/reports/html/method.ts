import { html, type SafeHtml } from '@remix-run/html-template'
import type { Assessment, Environment } from '../../model.ts'
import { compareText } from '../matrix-layout.ts'
import { jurisdictionNames } from '../names.ts'
import type { Reading } from './reading.ts'
import { calibrated, sentence } from '../../words.ts'
import { counted, foreign, shown, utcTime } from './text.ts'

/** How the scan was made, so that it can be made again. */
export function method(reading: Reading): SafeHtml {
  const { environment, plan, assessment } = reading
  return html`<p>
      Each consent state was visited in a browser profile of its own, empty at the start, along the same steps. Nothing
      was blocked, changed or answered in place of the
      network${plan.states.includes('gated') ? ', except that in the state “gated” requests of the chosen vendors were held back' : ''}${environment.settle === 'virtual' ? '; the clock of the pages was put forward' : ''}.
      What was observed was stamped when it was sent or stored; what happened between the click on the banner and the
      proof of the choice is kept, but not judged.
    </p>
    <dl class="facts wide">
      ${FACTS.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value(environment)}</dd>
          </div>`,
      )}
      ${fact('Limits', `quiet after ${plan.limits.settleMs} ms without a request, at most ${plan.limits.stepTimeoutMs} ms for a step`)}
      ${fact('Values', plan.values === 'hashed' ? 'only salted SHA-256 of what was stored' : 'kept as they were')}
      ${fact('Rules', `${assessment.versions.rules.map((rule) => shown(rule)).join(', ')} under ${jurisdictionNames(assessment.scan)}`)}
      ${fact('Judged with', `knowledge ${shown(assessment.versions.knowledge)}`)}
      ${fact('Added by you', ownKnowledge(assessment))} ${fact('Hosts reached elsewhere', hostMap(environment))}
      ${reading.calibration === null ? null : fact('Instrument', sentence(calibrated(reading.calibration)))}
      ${reading.manifestSha256 === null ? null : fact('SHA-256 of manifest.json', html`<code>${reading.manifestSha256}</code>`)}
      ${reading.sealedBy === null ? null : fact('Sealed with the key', html`<code>${reading.sealedBy}</code>`)}
      ${reading.clock === null ? null : fact('Time of the seal', foreign(reading.clock, 200))}
    </dl>
    <details>
      <summary>Flags of the browser</summary>
      <p class="flags">${environment.browser.flags.map((flag) => html`${foreign(flag, 160)} `)}</p>
    </details>
    <p class="quiet">
      To repeat: the same plan, browser and versions. Advertisements, test variants and random values are expected to
      differ; findings are compared by vendor, state, step and name, never by value.
    </p>`
}

type FactOf = readonly [string, (environment: Environment) => string | SafeHtml]

const FACTS: readonly FactOf[] = [
  ['Browser', ({ browser }) => shown(browser.product)],
  ['Where the browser is from', ({ browser }) => html`${shown(browser.source)}: ${foreign(browser.path)}`],
  ['User agent', ({ userAgent }) => foreign(userAgent, 120)],
  ['Automation', ({ automationHidden }) => automationText(automationHidden)],
  ['Operating system', ({ os }) => shown(os)],
  ['Locale and time zone', ({ locale, timeZone }) => `${shown(locale)}, ${shown(timeZone)}`],
  ['Viewport', ({ viewport: { width, height } }) => (width === 0 ? UNKNOWN : `${width} × ${height}`)],
  ['Third-party cookies', ({ thirdPartyCookies }) => THIRD_PARTY_COOKIES[thirdPartyCookies]],
  ['Certificates', ({ certificates }) => CERTIFICATES[certificates]],
  ['Started', ({ startedAt }) => utcTime(startedAt)],
  ['Ended', ({ endedAt, ended }) => (endedAt === null ? 'did not end' : `${utcTime(endedAt)}, ${ended ?? 'cut off'}`)],
  ['Tool', ({ tool, knowledge }) => `Tagtrail ${shown(tool.version)}, knowledge ${shown(knowledge.version)}`],
]

const UNKNOWN = 'unknown: another program recorded'

function automationText(isHidden: boolean | null): string {
  if (isHidden === null) return UNKNOWN
  return isHidden ? 'hidden from the page' : 'the page could tell'
}

const THIRD_PARTY_COOKIES: Readonly<Record<Environment['thirdPartyCookies'], string>> = {
  allow: 'allowed',
  block: 'blocked',
  unknown: UNKNOWN,
}

const CERTIFICATES: Readonly<Record<Environment['certificates'], string>> = {
  verified: 'verified',
  'own-authority': 'verified, also by an authority the plan named',
  'not-verified': 'not verified, as the plan asked',
  unknown: UNKNOWN,
}

/** `2 vendor records, 1 category override, list EasyPrivacy (51 000 rules), from /funnels/our-knowledge`. */
function ownKnowledge({ ownKnowledge: own }: Assessment): string | SafeHtml {
  if (own === null) return 'nothing'
  const lists = own.lists.map(({ name, rules }) => `list ${shown(name, 80)} (${counted(rules, 'rule')})`)
  const parts = [counted(own.vendors, 'vendor record'), counted(own.categories, 'category override'), ...lists]
  return html`${parts.join(', ')}, from ${foreign(own.path, 160)}. Lists say where something is named; they decide no
  category.`
}

function hostMap({ hostMap: hosts }: Environment): string | SafeHtml {
  const entries = Object.entries(hosts).toSorted(([a], [b]) => compareText(a, b))
  if (entries.length === 0) return 'none'
  return html`${entries.map(([host, address], index) => html`${index === 0 ? '' : ', '}<code>${shown(host)}</code> at <code>${shown(address)}</code>`)}`
}

function fact(name: string, value: string | SafeHtml): SafeHtml {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
}
