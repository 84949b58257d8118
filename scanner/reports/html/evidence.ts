import { html, type SafeHtml } from '@remix-run/html-template'
import type { Finding, Observation } from '../../model.ts'
import { lifetime } from '../../words.ts'
import { causeNames } from '../cause-text.ts'
import { rulingText } from '../ruling-text.ts'
import { FATE_NAMES, STATE_NAMES } from '../names.ts'
import { seconds } from './consent.ts'
import { AREA_NAMES, type Reading } from './reading.ts'
import { counted, foreign, moreInBundle, prose, shown, utcClock } from './text.ts'

/** What a finding observed: a sentence that opens to the observations it rests on, each with its time and its id. */
export function withEvidence(reading: Reading, finding: Finding): SafeHtml {
  return html`${observed(reading, finding)}
  ${reading.rulingsOn(finding).map((ruling) => html`<p class="ruling"><strong>Ruling</strong> ${shown(rulingText(ruling), 600)}</p>`)}`
}

function observed(reading: Reading, { summary, evidence: ids, seen: inRuns }: Finding): SafeHtml {
  const basis = [ids.length === 0 ? null : counted(ids.length, 'observation'), runsText(inRuns)]
  const sentence = html`${prose(summary)}
    <span class="quiet">${basis.filter((part) => part !== null).join(', ')}</span>`
  if (ids.length === 0) return html`<p>${sentence}</p>`
  const runs = reading.assessment.scan.runs > 1
  return html`<details class="evidence">
    <summary>${sentence}</summary>
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Where</th>
            <th scope="col">What was observed</th>
            <th scope="col">Observation</th>
          </tr>
        </thead>
        <tbody>
          ${ids.slice(0, MOST).map((id) => {
            const seen = reading.observations.get(id)
            return seen
              ? rowOf(reading, seen, runs)
              : html`<tr>
                  <td colspan="3">not in the evidence at hand</td>
                  <td>${foreign(id)}</td>
                </tr>`
          })}
        </tbody>
      </table>
    </div>
    ${moreInBundle(ids.length, MOST)}
  </details>`
}

/** How steady it was, where runs could differ: `in 2 of 3 proven runs, intermittent`. */
function runsText({ runs, of }: Finding['seen']): string | null {
  if (of <= 1 || runs === 0) return null
  return `in ${runs} of ${counted(of, 'proven run')}, ${runs === of ? 'stable' : 'intermittent'}`
}

function rowOf(reading: Reading, seen: Observation, runs: boolean): SafeHtml {
  return html`<tr>
    <td class="time" title="${shown(seen.utc)}">
      ${utcClock(seen.utc)}<br /><span class="quiet">+${seconds(seen.at)}</span>
    </td>
    <td>
      <bdi>${shown(reading.stepLabel(seen.stepId))}</bdi>,
      <span class="quiet">${STATE_NAMES[seen.state]}${runs ? `, run ${seen.run}` : ''}, ${seen.phase}</span>
    </td>
    <td>${whatOf(seen)}${causeOf(reading, seen)}</td>
    <td>${foreign(seen.id, 40)}</td>
  </tr>`
}

/** What led to it, in one line. */
function causeOf({ causes }: Reading, { id }: Observation): SafeHtml | null {
  const names = causeNames(causes.get(id) ?? [])
  if (names.length === 0) return null
  return html`<p class="cause">
    <span class="hidden">Caused by: </span
    >${names.map((name, index) => html`${index === 0 ? '' : ' → '}<bdi>${name}</bdi>`)}
  </p>`
}

const CANARY_VALUES = {
  email: 'E-mail address',
  phone: 'Phone number',
  'first-name': 'First name',
  'last-name': 'Last name',
  'click-id': 'Click id',
} as const

/** One observation in words. */
function whatOf(seen: Observation): SafeHtml {
  switch (seen.kind) {
    case 'request':
      return html`${shown(seen.method)} ${foreign(seen.url, 88)}
        <span class="quiet"
          >${seen.resourceType},
          ${FATE_NAMES[seen.fate]}${seen.status === null ? '' : ` ${seen.status}`}${seen.failure === null ? '' : `, ${shown(seen.failure)}`}${seen.fromCache ? ', from the browser’s cache' : ''}</span
        >`
    case 'cookie-write':
      return html`Cookie ${foreign(seen.name)}
        <span class="quiet"
          >${EFFECTS[seen.effect]} by ${seen.setBy === 'http' ? 'an HTTP answer' : 'a script'} for
          ${shown(seen.domain)},
          ${lifetime(seen.lifetimeDays)}${seen.refusedBecause === null ? '' : `, ${shown(seen.refusedBecause)}`}</span
        >`
    case 'cookie':
      return html`Cookie ${foreign(seen.name)}
        <span class="quiet"
          >present at the end of the step for ${shown(seen.domain)}, ${lifetime(seen.lifetimeDays)}</span
        >`
    case 'storage-write':
      return html`Key ${foreign(seen.key)}
        <span class="quiet">${EFFECTS[seen.effect]} in ${AREA_NAMES[seen.area]} of ${shown(seen.origin)}</span>`
    case 'storage':
      return html`Key ${foreign(seen.key)}
        <span class="quiet">present at the end of the step in ${AREA_NAMES[seen.area]} of ${shown(seen.origin)}</span>`
    case 'page':
      return html`Page ${foreign(seen.url, 88)}
        <span class="quiet"
          >status ${seen.status ?? 'unknown'}, ${seen.quiet ? 'went quiet' : 'never went quiet'}</span
        >`
    case 'banner':
      return html`Banner
        <span class="quiet"
          >${shown(seen.cmp)}, ${seen.visible ? 'visible' : 'not visible'},
          ${counted(seen.buttons.length, 'button')}</span
        >`
    case 'choice':
      return html`Choice <span class="quiet">${seen.choice}: ${shown(seen.because)}</span>`
    case 'signal':
      return html`Signal ${shown(seen.standard)} <span class="quiet">in</span> ${foreign(seen.where)}`
    case 'screenshot':
      return html`Screenshot <span class="quiet">${shown(seen.path)}</span>`
    case 'socket':
      return html`Socket ${foreign(seen.url, 88)}
        <span class="quiet"
          >${seen.isEstablished ? 'established' : 'opened'}${seen.framesSent === null ? '' : `, ${counted(seen.framesSent, 'frame')} sent, ${seen.framesReceived ?? 0} received`}</span
        >`
    case 'api-call':
      return html`Device read ${shown(seen.api)} <span class="quiet">${counted(seen.count, 'call')}</span>`
    case 'page-marks':
      return html`Traces on ${foreign(seen.url, 88)}
        <span class="quiet"
          >${counted(seen.globals.length, 'name')}, ${counted(seen.elements.length, 'element')},
          ${counted(seen.inlineScripts.length, 'inline script')}</span
        >`
    case 'banner-interface':
      return html`Banner, measured
        <span class="quiet"
          >layer ${seen.layer}, ${counted(seen.controls.length, 'control')}, ${counted(seen.toggles.length, 'toggle')},
          ${Math.round(seen.viewportShare * 100)} % of the viewport</span
        >`
    case 'canary-seen':
      return html`${shown(seen.clickId ?? CANARY_VALUES[seen.what])} of the scan’s own
        <span class="quiet"
          >${seen.encoding} in ${seen.where}${seen.key === null ? '' : ` ${shown(seen.key)}`}, ${shown(seen.host)},
          ${seen.beforeSubmit ? 'before any form was sent' : 'after a form was sent'}</span
        >`
    case 'filled':
      return html`Filled in ${foreign(seen.field)}
        <span class="quiet"
          >${seen.what === 'words' ? 'as the plan says' : `${seen.what.replaceAll('-', ' ')} of the scan’s own`},
          ${seen.where === 'page' ? 'on' : `in a ${seen.where},`} ${shown(seen.url)}</span
        >`
    case 'cname':
      return html`Alias ${shown(seen.host)} <span class="quiet">${shown(seen.chain.join(' → ') || 'of nothing')}</span>`
    case 'privacy-controls':
      return html`Privacy controls on ${foreign(seen.url, 88)}
        <span class="quiet">${counted(seen.controls.length, 'control')}</span>`
    case 'page-errors':
      return html`Errors of the page
        <span class="quiet"
          >${counted(seen.errors.length, 'error')}${seen.errors[0] === undefined ? '' : `, the first: ${shown(seen.errors[0].text)}`}</span
        >`
    case 'players':
      return html`Videos and sounds
        <span class="quiet"
          >${counted(seen.players.length, 'player')}, ${seen.players.filter(({ played }) => played).length}
          playing</span
        >`
    case 'declaration':
      return html`Declared ${foreign(seen.name)}
        <span class="quiet"
          >${shown([seen.provider, seen.categoryText, seen.lifetimeText].filter((each) => each !== null).join(', '))}</span
        >
        in ${foreign(seen.source, 88)}`
  }
}

const EFFECTS = { set: 'set', deleted: 'deleted', refused: 'refused by the browser, sent' } as const

const MOST = 8
