import { html, type SafeHtml } from '@remix-run/html-template'

/** The matrix: narrow cells, slanted step names, strong ink only where something should not be. */
export const matrixStyle: SafeHtml = html.raw`
.matrix { --cell: 28px; font-size: 13px; line-height: 20px; width: calc(100% - 64px); margin-right: 64px; }
.matrix th { font-weight: 400; text-align: left; }
.matrix thead th { color: var(--quiet); vertical-align: bottom; padding-bottom: 8px; }
.matrix .who { padding-right: 16px; min-width: 200px; position: sticky; left: 0; background: var(--surface); z-index: 1; }
.matrix .fact { width: 1%; padding-right: 24px; white-space: nowrap; color: var(--quiet); }
.matrix thead .band { color: var(--ink); font-weight: 600; vertical-align: top; padding: 0 8px 4px 12px; border-left: 1px solid var(--line-strong); }
.matrix .band .verdict { display: block; font-weight: 400; font-size: 12px; line-height: 16px; color: var(--quiet); }
.matrix .band.inconclusive .verdict { color: var(--alert); font-weight: 600; }
.matrix thead .step { position: relative; height: var(--slant); width: var(--cell); min-width: var(--cell); padding: 0; }
.matrix .step span { position: absolute; left: 16px; bottom: 4px; transform-origin: 0 100%; transform: rotate(-50deg); white-space: nowrap; font-size: 12px; line-height: 16px; }
.matrix .step.first { min-width: calc(var(--cell) + 12px); }
.matrix .step.first span { left: 28px; }
.matrix .group th { padding: 12px 0 4px; font-weight: 600; border-bottom: 1px solid var(--line-strong); }
.matrix tbody:first-of-type .group th { padding-top: 4px; }
.matrix tbody tr:not(.group) > * { border-bottom: 1px solid var(--line); padding-block: 4px; }
.matrix tbody .who a { color: var(--ink); text-decoration-color: transparent; font-weight: 500; }
.matrix tbody .who a:hover { text-decoration-color: currentColor; }
.matrix .who .note, .matrix .party { margin-left: 8px; }
.party { font-size: 11px; line-height: 16px; color: var(--quiet); text-decoration: none; white-space: nowrap; }
.matrix .cell { padding: 4px 0; text-align: center; width: var(--cell); line-height: 0; }
.matrix .cell.first { padding-left: 12px; border-left: 1px solid var(--line-strong); }
.matrix .cell a { display: inline-block; }
.matrix tbody tr:not(.group):hover > * { background: var(--sunken); }
.mark { width: 16px; height: 16px; color: var(--mark); vertical-align: -3px; flex: none; }
.matrix .mark { display: inline-block; vertical-align: middle; }
.mark.none { color: var(--faint); }
.mark.unseen, .mark.blocked { color: var(--quiet); }
.cell.alert .mark, .swatch.alert .mark { color: var(--alert); background: var(--alert-surface); box-shadow: 0 0 0 3px var(--alert-surface); border-radius: 2px; print-color-adjust: exact; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; margin: 20px 0 0; list-style: none; font-size: 12px; line-height: 20px; color: var(--quiet); }
.legend .swatch { margin-inline: 4px; }
@media (max-width: 640px) {
  .matrix .fact { display: none; }
  .matrix .who { min-width: 120px; max-width: 136px; padding-right: 8px; overflow-wrap: anywhere; }
  .matrix .who .note, .matrix .party { display: inline-block; margin-left: 4px; }
}
`
