import { html, type SafeHtml } from '@remix-run/html-template'
import type { ObservationOf, Proof, StateAssessment } from '../../model.ts'
import { verdictText } from '../matrix-layout.ts'
import { PROOF_NAMES, STATE_NAMES } from '../names.ts'
import { figure } from './figure.ts'
import type { Reading } from './reading.ts'
import { foreign, moreInBundle, prose, quotation, shown } from './text.ts'

/** For each consent state: whether it was reached, and what shows it. */
export function consent(reading: Reading): SafeHtml {
  return html`${reading.assessment.states.map((state) => stateOf(reading, state))} ${signals(reading)}`
}

function stateOf(reading: Reading, state: StateAssessment): SafeHtml {
  const own = [...reading.observations.values()].filter(({ journey }) => journey === state.state)
  const choices = own.filter((seen) => seen.kind === 'choice')
  const banner =
    own.find((seen) => seen.kind === 'banner' && seen.visible) ?? own.find((seen) => seen.kind === 'banner')
  const pictures = own.filter((seen) => seen.kind === 'screenshot').filter(({ of }) => of !== 'step')
  return html`<section class="state" aria-labelledby="consent-${state.state}">
    <h3 id="consent-${state.state}">
      ${STATE_NAMES[state.state]}
      <span class="verdict ${state.verdict}">${shown(verdictText({ ...state, because: 'see below' }))}</span>
    </h3>
    <p>${prose(sentence(state.because))}</p>
    ${proofs(state.proof)} ${choices.slice(0, MOST_RUNS).map((choice) => choiceOf(choice, choices.length > 1))}
    ${moreInBundle(choices.length, MOST_RUNS)} ${banner?.kind === 'banner' ? bannerOf(banner) : null}
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
  return html`<h4>${severalRuns ? `What was clicked, run ${choice.run}` : 'What was clicked'}</h4>
    ${how === '' ? null : html`<p class="quiet">${shown(how)}</p>`}
    ${choice.clicks.length === 0 ? html`<p>Nothing was clicked.</p>` : null}
    <ol class="clicks">
      ${choice.clicks.map(
        ({ text, meaning, x, y, trusted, at }) =>
          html`<li>
            “<bdi>${shown(text)}</bdi>” (${meaning}) at ${Math.round(x)}, ${Math.round(y)}, ${seconds(at)} after the
            visit began;
            ${trusted ? 'trusted input, as from a mouse' : 'not trusted input: the page could tell it from a person'}
          </li>`,
      )}
    </ol>`
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

function signals({ observations, stepLabel }: Reading): SafeHtml | null {
  const seen = [...observations.values()].filter((each) => each.kind === 'signal')
  if (seen.length === 0) return null
  return html`<h3>Consent signals seen</h3>
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Standard</th>
            <th scope="col">When</th>
            <th scope="col">Where</th>
            <th scope="col">Signal</th>
          </tr>
        </thead>
        <tbody>
          ${seen.slice(0, MOST_SIGNALS).map(
            ({ standard, state, stepId, where, raw }) =>
              html`<tr>
                <td>${shown(standard)}</td>
                <td>${STATE_NAMES[state]}, ${shown(stepLabel(stepId))}</td>
                <td>${foreign(where)}</td>
                <td>${foreign(raw)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${moreInBundle(seen.length, MOST_SIGNALS)}`
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
const MOST_SIGNALS = 60
