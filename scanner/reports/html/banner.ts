import { html, type SafeHtml } from '@remix-run/html-template'
import type { InterfaceControl, InterfaceToggle, ObservationOf } from '../../model.ts'
import { figure } from './figure.ts'
import { stateNames, type Reading } from './reading.ts'
import { count, counted, foreign, moreInBundle, quotation, shown } from './text.ts'

type Layer = ObservationOf<'banner-interface'>

/** The banner as a visitor meets it: what each layer offers, how large and how readable, and what is switched on already. */
export function banner(reading: Reading): SafeHtml | null {
  const alike = Map.groupBy(layersOf(reading), looksOf)
  if (alike.size === 0) return null
  const kinds = [...alike.values()].toSorted((a, b) => (a[0]?.layer ?? 0) - (b[0]?.layer ?? 0))
  return html`<section class="state" aria-labelledby="banner-interface">
    <h3 id="banner-interface">The banner, as a visitor meets it</h3>
    ${kinds.slice(0, MOST_LAYERS).map((same) => layerOf(reading, same))}${moreInBundle(kinds.length, MOST_LAYERS)}
  </section>`
}

/** Pictures of measured layers are shown here, and once. */
export function isOfInterface(reading: Reading): (shot: ObservationOf<'screenshot'>) => boolean {
  const pictures = new Set(layersOf(reading).map(({ pictureSha256 }) => pictureSha256))
  return ({ sha256 }) => pictures.has(sha256)
}

function layersOf({ observations }: Reading): readonly Layer[] {
  return [...observations.values()].filter((seen) => seen.kind === 'banner-interface')
}

/** Several visitors measured it; where they saw the same it is told once. */
function looksOf({ layer, text, controls, toggles }: Layer): string {
  return JSON.stringify([
    layer,
    text,
    controls.map(({ text: label, meaning, looks }) => [label, meaning, looks]),
    toggles.map(({ label, isOn }) => [label, isOn]),
  ])
}

function layerOf(reading: Reading, same: readonly Layer[]): SafeHtml | null {
  const [first] = same
  if (!first) return null
  const { layer, cmp, rect, viewportShare, controls, toggles, links, text } = first
  const picture = [...reading.observations.values()].find(
    (seen) => seen.kind === 'screenshot' && seen.sha256 === first.pictureSha256,
  )
  const size = `${Math.round(rect.width)} × ${Math.round(rect.height)}, ${Math.round(viewportShare * 100)} % of the window`
  return html`<h4>
      Layer ${layer}
      <span class="quiet"
        >${stateNames(
          reading,
          same.map(({ journey }) => journey),
        )}</span
      >
    </h4>
    <p class="quiet">
      ${cmp === 'unknown' ? 'CMP unknown' : shown(cmp)}; ${size};
      ${holdOf(first)}${links.length === 0 ? '; no link to a policy or imprint' : `; links: ${shown(links.map((link) => link.text).join(', '))}`}
    </p>
    <div class="layer">
      ${picture?.kind === 'screenshot' ? figure(reading, picture) : null}
      <div>${controlsOf(controls)} ${togglesOf(toggles)}</div>
    </div>
    <details>
      <summary>Its words</summary>
      ${quotation(text)}
    </details>`
}

/** Whether the page can be used while it is open. */
function holdOf({ blocking: { modal, veiled, scrollLocked } }: Layer): string {
  if (modal) return 'the page cannot be used while it is open'
  const parts = [
    ...(veiled >= 0.5 ? ['the page is covered'] : []),
    ...(scrollLocked ? ['the page cannot be scrolled'] : []),
  ]
  return parts.length === 0 ? 'the page can be used beside it' : parts.join(', ')
}

function controlsOf(controls: readonly InterfaceControl[]): SafeHtml {
  if (controls.length === 0) return html`<p>Nothing on it can be pressed.</p>`
  return html`<div class="scroll">
      <table class="list controls">
        <thead>
          <tr>
            <th scope="col">Control</th>
            <th scope="col">Looks like</th>
            <th scope="col">Size, px</th>
            <th scope="col">Text</th>
            <th scope="col">Contrast</th>
          </tr>
        </thead>
        <tbody>
          ${controls.slice(0, MOST_CONTROLS).map(
            (each) =>
              html`<tr>
                <td>“<bdi>${shown(each.text, 60)}</bdi>” <span class="quiet">${each.meaning}</span></td>
                <td>${looksText(each)}</td>
                <td class="number">${Math.round(each.rect.width)} × ${Math.round(each.rect.height)}</td>
                <td class="number">${Math.round(each.fontSizePx)} px${each.fontWeight >= 600 ? ', bold' : ''}</td>
                <td class="number">${each.contrast === null ? 'unknown' : `${each.contrast} : 1`}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${moreInBundle(controls.length, MOST_CONTROLS)}`
}

function looksText({ looks: like, fillContrast, inView, focusPlace }: InterfaceControl): string {
  const parts = [
    like === 'link' ? 'text alone' : (fillContrast ?? 1) > 1.2 ? 'filled button' : 'button without fill',
    ...(inView ? [] : ['out of sight until scrolled']),
    ...(focusPlace === null ? ['not reached by the keyboard'] : []),
  ]
  return parts.join(', ')
}

function togglesOf(toggles: readonly InterfaceToggle[]): SafeHtml | null {
  if (toggles.length === 0) return null
  const on = toggles.filter(({ isOn, isLocked, saysNecessary }) => isOn && !isLocked && !saysNecessary).length
  return html`<p>${counted(toggles.length, 'toggle')}, ${on === 0 ? 'none' : count(on)} switched on in advance:</p>
    <ul class="buttons">
      ${toggles.slice(0, MOST_CONTROLS).map(
        ({ label, isOn, isLocked, saysLegitimateInterest }) =>
          html`<li>
            ${foreign(label === '' ? 'without a label' : label, 60)}
            <span class="quiet"
              >${isOn ? 'on' : 'off'}${isLocked ? ', cannot be turned' : ''}${saysLegitimateInterest ? ', legitimate interest' : ''}</span
            >
          </li>`,
      )}
    </ul>
    ${moreInBundle(toggles.length, MOST_CONTROLS)}`
}

const MOST_LAYERS = 4
const MOST_CONTROLS = 20
