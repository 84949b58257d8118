import { html, type SafeHtml } from '@remix-run/html-template'
import type { ObservationOf, Proof, StateAssessment } from '../../model.ts'
import { verdictText } from '../matrix-layout.ts'
import { PROOF_NAMES, STATE_NAMES } from '../names.ts'
import { banner, isOfInterface } from './banner.ts'
import { choiceText, effort } from './effort.ts'
import { figure } from './figure.ts'
import type { Reading } from './reading.ts'
import { signals } from './signals.ts'
import { counted, moreInBundle, prose, quotation, shown } from './text.ts'

/** For each consent state: whether it was reached, and what shows it; then the banner itself, and the signals. */
export function consent(reading: Reading): SafeHtml {
  return html`${effort(reading)} ${reading.assessment.states.map((state) => stateOf(reading, state))} ${banner(reading)}
  ${signals(reading)}`
}

function stateOf(reading: Reading, state: StateAssessment): SafeHtml {
  const own = [...reading.observations.values()].filter(({ journey }) => journey === state.state)
  const choices = own.filter((seen) => seen.kind === 'choice')
  const met = own.find((seen) => seen.kind === 'banner' && seen.visible) ?? own.find((seen) => seen.kind === 'banner')
  const isMeasured = isOfInterface(reading)
  const pictures = own
    .filter((seen) => seen.kind === 'screenshot')
    .filter((shot) => shot.of !== 'step' && !isMeasured(shot))
  return html`<section class="state" aria-labelledby="consent-${state.state}">
    <h3 id="consent-${state.state}">
      ${STATE_NAMES[state.state]}
      <span class="verdict ${state.verdict}">${shown(verdictText({ ...state, because: 'see below' }))}</span>
    </h3>
    <p>${prose(sentence(state.because))}</p>
    ${proofs(state.proof)}
    ${choices.slice(0, MOST_RUNS).map((choice) => choiceOf(choice, reading.assessment.scan.runs > 1))}
    ${moreInBundle(choices.length, MOST_RUNS)}
    ${met?.kind === 'banner' && !own.some(({ kind }) => kind === 'banner-interface') ? bannerOf(met) : null}
    ${pictures.length === 0 ? null : html`<div class="pictures">${pictures.slice(0, MOST_PICTURES).map((shot) => figure(reading, shot))}</div>`}
  </section>`
}

function proofs(proof: readonly Proof[]): SafeHtml | null {
  if (proof.length === 0) return null
  return html`<ul class="proof">
    ${proof.map(
      ({ kind, agrees, detail }) =>
        html`<li class="${agrees ? 'agrees' : 'contradicts'}">
          <strong>${PROOF_NAMES[kind]}</strong> ${agrees ? 'agrees' : 'contradicts'}: ${prose(detail)}
        </li>`,
    )}
  </ul>`
}

function choiceOf(choice: ObservationOf<'choice'>, severalRuns: boolean): SafeHtml {
  const by = [choice.cmp === null ? null : `banner of ${choice.cmp}`, choice.strategy, layerText(choice.layer)]
  const how = by.filter((part) => part !== null).join(', ')
  return html`<h4>${choiceText(choice)}${severalRuns ? `, run ${choice.run}` : ''}</h4>
    <p class="quiet">${shown([how, effortText(choice)].filter((part) => part !== '').join('; '))}</p>
    <ol class="clicks">
      ${choice.clicks.map(
        ({ text, meaning, x, y, trusted }) =>
          html`<li>
            “<bdi>${shown(text)}</bdi>” (${meaning}) at ${Math.round(x)}, ${Math.round(y)};
            ${trusted ? 'trusted input, as from a mouse' : 'not trusted input: the page could tell it from a person'}
          </li>`,
      )}
    </ol>`
}

/** `2 clicks, 1 scroll, 3.4 s from the first sight of the banner`. */
function effortText({ clicks, scrolls, tookMs }: ObservationOf<'choice'>): string {
  if (clicks.length === 0) return 'nothing was clicked'
  const parts = [
    counted(clicks.length, 'click'),
    ...(scrolls === 0 ? [] : [counted(scrolls, 'scroll')]),
    ...(tookMs === null ? [] : [`${(tookMs / 1000).toFixed(1)} s from the first sight of the banner`]),
  ]
  return parts.join(', ')
}

function layerText(layer: number | null): string | null {
  if (layer === null) return null
  return layer === 1 ? 'on the first layer' : `on layer ${layer}`
}

function bannerOf({ cmp, text, buttons, visible: isVisible }: ObservationOf<'banner'>): SafeHtml {
  return html`<details>
    <summary>
      Banner${isVisible ? '' : ', not visible'}: ${cmp === 'unknown' ? 'CMP unknown' : shown(cmp)}, ${buttons.length}
      buttons
    </summary>
    ${quotation(text)}
    <ul class="buttons">
      ${buttons.map((button) => html`<li>“<bdi>${shown(button.text)}</bdi>” <span class="quiet">${button.meaning}, layer ${button.layer}</span></li>`)}
    </ul>
  </details>`
}

/** `12.345 s`, from milliseconds. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
}

const MOST_RUNS = 5
const MOST_PICTURES = 6
