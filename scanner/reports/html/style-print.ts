import { html, type SafeHtml } from '@remix-run/html-template'

/** A4, black on white; what is folded on screen is unfolded, pictures and rows stay whole. */
export const printStyle: SafeHtml = html.raw`
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-left { content: "Tagtrail report"; font: 8pt Arial, sans-serif; color: #4d555f; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; color: #4d555f; } }
@page wide { size: A4 landscape; }
@media print {
  html { font-size: 9.5pt; line-height: 14pt; }
  main { max-width: none; padding: 0; }
  main > section { margin-top: 24pt; }
  main > section#matrix { margin-top: 8pt; }
  #findings, #register, #requests, #screenshots, #coverage { break-before: page; }
  h1 { font-size: 22pt; line-height: 28pt; }
  h2 { font-size: 14pt; line-height: 18pt; }
  h2, h3, h4, .finding header, caption, summary { break-after: avoid; }
  .cover .kind { margin: 0; }
  .headline { font-size: 13pt; line-height: 18pt; margin: 8pt 0; }
  .shot, .same, tr, .state .pictures, .funnel li, .finding header, .layer { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  .matrix { --cell: var(--print-cell); font-size: 8.5pt; line-height: 12pt; width: calc(100% - 52px); margin-right: 52px; }
  .matrix .who { position: static; min-width: 130px; padding-right: 8px; }
  .matrix .fact { padding-right: 8px; }
  .matrix .step span { left: 10px; font-size: 7.5pt; }
  .matrix .step.first span { left: 22px; }
  .mark { width: 13px; height: 13px; }
  .matrix .mark { width: min(13px, calc(var(--cell) - 2px)); }
  .matrix .band .verdict { font-size: 7.5pt; line-height: 10pt; }
  #matrix.wide { page: wide; }
  .list { font-size: 8.5pt; line-height: 12pt; }
  .list th, .list td { padding: 3pt 8pt 3pt 0; }
  .facts, .funnel, nav ol, .trust, .legend { font-size: 8.5pt; line-height: 12pt; }
  .facts > div { padding: 2pt 0; }
  .legend { margin-top: 8pt; }
  .trust { margin-top: 8pt; }
  .facts { grid-template-columns: 1fr 1fr; }
  nav ol { margin-top: 12pt; padding: 8pt 0; columns: 2; }
  .finding { padding: 8pt 0; }
  .finding dd, .proof, .clicks, .glossary { font-size: 9pt; line-height: 13pt; }
  .finding dt, .finding header p, details > summary, .finding .evidence > summary, .more, caption { font-size: 8.5pt; line-height: 13pt; }
  blockquote, .buttons { font-size: 9pt; line-height: 13pt; }
  .finding dl { gap: 2pt 12pt; }
  .finding h5 { font-size: 9pt; line-height: 13pt; margin-top: 6pt; }
  .finding h5, .finding header { break-after: avoid; }
  .finding > dl:last-child { break-before: avoid; }
  .register { font-size: 8pt; }
  .register td > .quiet, .shot figcaption { font-size: 7pt; line-height: 9pt; }
  .same { font-size: 8pt; line-height: 11pt; }
  .evidence > summary .quiet, .finding dd > p .quiet { font-size: 8pt; }
  .evidence thead { display: none; }
  nav { break-inside: avoid; }
  .pictures { grid-template-columns: repeat(3, 1fr); gap: 8pt; }
  details:not(.long)::details-content { content-visibility: visible; display: block; height: auto; block-size: auto; }
  details.long > summary { text-decoration: none; }
}
`
