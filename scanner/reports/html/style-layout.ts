import { html, type SafeHtml } from '@remix-run/html-template'

/** The page, its text, lists and tables. */
export const layoutStyle: SafeHtml = html.raw`
* { box-sizing: border-box; }
html { background: var(--surface); color: var(--ink); font: 15px/24px var(--sans); font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; scroll-padding-top: 16px; }
body { margin: 0; }
main { max-width: 1120px; margin: 0 auto; padding: 56px 40px 96px; }
main > section { margin-top: 64px; }
main > section#matrix { margin-top: 40px; }
p, ul, ol, dl, figure, blockquote { margin: 0 0 16px; }
h1, h2, h3, h4 { margin: 0; font-weight: 600; text-wrap: balance; }
h1 { font-size: 36px; line-height: 44px; letter-spacing: -0.02em; overflow-wrap: anywhere; }
h2 { font-size: 22px; line-height: 28px; letter-spacing: -0.01em; padding-top: 16px; border-top: 1px solid var(--line-strong); margin-bottom: 16px; }
h2 .number { color: var(--quiet); font-weight: 400; margin-right: 8px; }
h3 { font-size: 16px; line-height: 24px; margin: 32px 0 8px; }
h4 { font-size: 14px; line-height: 20px; }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: 16px; }
code { font: 0.867em/1.4 var(--mono); overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-weight: 400; }
p.quiet { max-width: 760px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.shapes { position: absolute; }
.more { color: var(--quiet); font-size: 13px; line-height: 20px; margin: 8px 0 0; }
.note { font-size: 11px; line-height: 16px; padding: 0 4px; border: 1px solid var(--line-strong); border-radius: 3px; color: var(--quiet); white-space: nowrap; font-weight: 400; }

.cover .kind { color: var(--quiet); font-size: 13px; line-height: 20px; margin-bottom: 8px; }
.cover .site { margin: 4px 0 0; color: var(--quiet); }
.headline { font-size: 21px; line-height: 32px; max-width: 840px; margin: 32px 0; text-wrap: pretty; overflow-wrap: anywhere; }
.unfinished { border-left: 3px solid var(--alert); padding: 4px 0 4px 16px; margin: 24px 0 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 0 32px; margin: 0; font-size: 13px; line-height: 20px; }
.facts > div { display: grid; grid-template-columns: 128px 1fr; padding: 4px 0; border-top: 1px solid var(--line); }
.facts.wide { grid-template-columns: 1fr; margin-bottom: 16px; }
.facts.wide > div { grid-template-columns: 200px 1fr; padding: 8px 0; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.trust { color: var(--quiet); font-size: 13px; line-height: 20px; margin: 16px 0 0; }
nav ol { columns: 4 200px; column-gap: 32px; padding: 16px 0; margin: 40px 0 0; border-block: 1px solid var(--line); list-style: none; counter-reset: part; font-size: 13px; line-height: 24px; }
nav li { counter-increment: part; break-inside: avoid; }
nav li::before { content: counter(part); color: var(--quiet); display: inline-block; width: 20px; }
nav a { text-decoration: none; }
.funnel { display: grid; grid-template-columns: repeat(auto-fit, minmax(176px, 1fr)); gap: 16px 24px; padding: 0; list-style: none; counter-reset: step; font-size: 13px; line-height: 20px; }
.funnel li { counter-increment: step; border-top: 1px solid var(--line-strong); padding-top: 8px; overflow-wrap: anywhere; }
.funnel strong::before { content: counter(step) " "; color: var(--quiet); font-weight: 400; margin-right: 4px; }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; color: var(--quiet); font-size: 13px; line-height: 20px; padding-bottom: 8px; }
.list { width: 100%; font-size: 13px; line-height: 20px; }
.list th, .list td { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); }
.list th:last-child, .list td:last-child { padding-right: 0; }
.list thead th { color: var(--quiet); font-weight: 400; white-space: nowrap; padding-block: 4px; border-bottom-color: var(--line-strong); }
.list tbody th { font-weight: 600; }
.list .number, .list .time, .list .state { white-space: nowrap; }
.list tr:target td, .vendor:target h3 { background: var(--sunken); }
.register td > .quiet { display: block; font-size: 12px; line-height: 16px; margin-top: 2px; }
.requests .first td { border-top: 1px solid var(--line-strong); }
.requests, .register, .evidence table { table-layout: fixed; }
.requests th:nth-child(1) { width: 11%; }
.requests th:nth-child(2) { width: 42%; }
.requests th:nth-child(3) { width: 25%; }
.requests th:nth-child(4) { width: 13%; }
.checks { table-layout: fixed; }
.checks th:nth-child(1) { width: 24%; }
.checks th:nth-child(2) { width: 11%; }
.evidence .cause { margin: 2px 0 0; color: var(--quiet); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
.evidence :is(th, td):nth-child(1) { width: 15%; }
.evidence :is(th, td):nth-child(2) { width: 21%; }
.evidence :is(th, td):nth-child(3) { width: 44%; }
.register th:nth-child(1) { width: 22%; }
.register th:nth-child(2) { width: 14%; }
.register th:nth-child(3) { width: 11%; }
.register th:nth-child(4) { width: 17%; }
.register th:nth-child(n + 5) { width: 9%; }
.vendor h3 .quiet { font-size: 13px; margin-left: 12px; }

.category { white-space: nowrap; }
.category::before { content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 2px; margin-right: 6px; background: var(--necessary); print-color-adjust: exact; }
.category.marketing::before { background: var(--marketing); }
.category.analytics::before { background: var(--analytics); }
.category.unclassified::before { background: var(--unclassified); }
.category.functional::before { background: var(--functional); }

.finding { border-top: 1px solid var(--line-strong); padding: 16px 0 8px; }
.finding + .finding { margin-top: 16px; }
.finding header { display: grid; grid-template-columns: 88px 1fr; column-gap: 16px; align-items: start; margin-bottom: 12px; }
.finding header h4 { font-size: 15px; line-height: 24px; }
.finding header p { grid-column: 2; margin: 0; font-size: 13px; line-height: 20px; }
.finding h5 { font-size: 14px; line-height: 20px; font-weight: 600; margin: 16px 0 4px 104px; }
.finding dl { display: grid; grid-template-columns: 88px 1fr; gap: 4px 16px; margin: 0 0 8px; max-width: 1000px; }
.finding dt { font-size: 13px; line-height: 20px; }
.finding dd { font-size: 14px; line-height: 20px; }
.finding dd p { margin: 0 0 4px; }
.finding .law p { display: inline; }
.finding .law p + p::before { content: " · "; color: var(--quiet); }
.finding .ruling { border-left: 2px solid var(--line-strong); padding-left: 14px; }
.finding .readings { padding: 0; margin: 0; list-style: none; }
.finding .evidence { margin-bottom: 4px; }
.finding .evidence > summary { color: inherit; font-size: inherit; line-height: 20px; padding-left: 16px; text-indent: -16px; }
.finding .evidence > summary:hover { background: var(--sunken); }
.evidence > summary .quiet, .finding dd > p .quiet { font-size: 13px; }
.finding details[open] { margin-bottom: 12px; }
.severity { justify-self: start; font-size: 12px; line-height: 16px; margin: 4px 0; padding: 0 6px; border: 1px solid var(--line-strong); border-radius: 3px; color: var(--quiet); text-transform: capitalize; }
.severity.critical { background: var(--alert); border-color: var(--alert); color: var(--on-alert); font-weight: 600; print-color-adjust: exact; }
.severity.high { border-color: var(--alert); color: var(--alert); font-weight: 600; }
.severity.medium { border-color: var(--ink); color: var(--ink); }

details > summary { cursor: pointer; color: var(--quiet); font-size: 13px; line-height: 24px; }
details > summary:hover { color: var(--ink); }
details.long { display: inline; }
details.long > summary { display: inline; color: inherit; font-size: inherit; line-height: inherit; list-style: none; text-decoration: underline dotted var(--faint); text-underline-offset: 3px; }
details.long > summary::-webkit-details-marker { display: none; }
details.long > summary + code { display: block; margin-top: 4px; padding: 8px; background: var(--sunken); }
details.long > .more { display: block; }
blockquote { padding: 12px 16px; background: var(--sunken); border-radius: 4px; font-size: 14px; max-width: 760px; overflow-wrap: anywhere; unicode-bidi: isolate; }

.state { border-top: 1px solid var(--line); padding-top: 16px; margin-top: 16px; }
.state:first-of-type { border-top: 0; padding-top: 0; }
.state h3 { margin-top: 0; }
.state h4 { margin: 16px 0 4px; }
.state .verdict { font-weight: 400; color: var(--quiet); margin-left: 8px; }
.proof, .clicks, .buttons { padding: 0; list-style: none; font-size: 14px; }
.proof li { padding-left: 24px; position: relative; overflow-wrap: anywhere; }
.proof li::before { position: absolute; left: 4px; content: "+"; font-family: var(--mono); color: var(--quiet); }
.proof .contradicts::before { content: "−"; color: var(--alert); font-weight: 700; }
.flags { line-height: 28px; }
.effort { width: auto; min-width: 60%; margin-bottom: 24px; }
.layer { display: grid; grid-template-columns: minmax(200px, 332px) 1fr; gap: 8px 32px; align-items: start; }
.layer > :only-child { grid-column: 1 / -1; }
.controls th:nth-child(n + 3) { width: 1%; }
.signals { table-layout: fixed; }
.signals th:nth-child(1) { width: 14%; }
.signals th:nth-child(2) { width: 18%; }
.signals th:nth-child(3) { width: 42%; }

.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 332px)); gap: 16px 20px; margin: 16px 0; }
.step-pictures .pictures { margin-top: 0; }
.pictures h4 { color: var(--quiet); font-weight: 400; font-size: 13px; margin-bottom: 4px; }
.shot { margin: 0; }
.shot img { display: block; width: 100%; height: auto; border: 1px solid var(--line-strong); border-radius: 2px; }
.shot figcaption { font-size: 12px; line-height: 16px; color: var(--quiet); margin-top: 8px; }
.shot figcaption strong { font-weight: 600; color: var(--ink); }
.shot .close { display: none; }
.shot.missing p, .same { font-size: 13px; line-height: 20px; color: var(--quiet); border: 1px dashed var(--line-strong); border-radius: 2px; padding: 16px; margin: 0; overflow-wrap: anywhere; }
@media screen {
  .shot:target { position: fixed; inset: 0; z-index: 1; background: var(--surface); padding: 24px; overflow: auto; display: grid; justify-items: center; align-content: start; gap: 12px; }
  .shot:target a:not(.close) { cursor: default; }
  .shot:target img { width: auto; max-width: 100%; max-height: calc(100vh - 144px); }
  .shot:target .close { display: block; font-size: 14px; }
}

.glossary { display: grid; grid-template-columns: 200px 1fr; gap: 8px 24px; font-size: 14px; }
.glossary dd { max-width: 760px; }

@media (max-width: 640px) {
  main { padding: 32px 16px 64px; }
  main > section { margin-top: 48px; }
  h1 { font-size: 26px; line-height: 32px; }
  .headline { font-size: 18px; line-height: 28px; margin: 24px 0; }
  .list:not(.visits) { min-width: 640px; }
  .finding header, .finding dl, .glossary, .layer, .facts.wide > div { grid-template-columns: 1fr; }
  .finding h5 { margin-left: 0; }
  .finding header p { grid-column: 1; }
  .finding dl { gap: 0; }
}
`
