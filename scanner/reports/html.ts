import { html as template, type SafeHtml } from '@remix-run/html-template'
import { consent } from './html/consent.ts'
import { cover, funnel, trust } from './html/cover.ts'
import { coverage } from './html/coverage.ts'
import { findings } from './html/findings.ts'
import { glossary } from './html/glossary.ts'
import { markShapes } from './html/marks.ts'
import { isWide, matrix } from './html/matrix.ts'
import { method } from './html/method.ts'
import { read, type Reading } from './html/reading.ts'
import { register } from './html/register.ts'
import { requests } from './html/requests.ts'
import { screenshots } from './html/screenshots.ts'
import { style } from './html/style.ts'
import { whatIf } from './html/what-if.ts'
import type { ReportFormat, ReportInput } from './report-format.ts'
import { shown } from './html/text.ts'

/** The report a person reads: one file that asks nothing of any network, on screen and on paper. */
export const html: ReportFormat = { id: 'html', extension: 'html', render: (report) => `${String(page(report))}\n` }

interface Section {
  readonly id: string
  readonly title: string
  body(reading: Reading): SafeHtml
  /** Whether the scan asked for it; without, every report has it. */
  isIn?(reading: Reading): boolean
}

const SECTIONS: readonly Section[] = [
  { id: 'findings', title: 'Findings', body: findings },
  { id: 'consent', title: 'The choice in each state', body: consent },
  { id: 'what-if', title: 'Held back: what if', body: whatIf, isIn: ({ assessment }) => assessment.whatIf !== null },
  { id: 'register', title: 'Cookies and storage', body: register },
  { id: 'requests', title: 'Requests by vendor', body: requests },
  { id: 'screenshots', title: 'Screenshots', body: screenshots },
  { id: 'coverage', title: 'Coverage, and what was not covered', body: coverage },
  { id: 'method', title: 'Method and environment', body: method },
  { id: 'glossary', title: 'Words', body: glossary },
]

function page(report: ReportInput): SafeHtml {
  const reading = read(report)
  const sections = SECTIONS.filter(({ isIn }) => isIn?.(reading) ?? true)
  return template`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${shown(report.assessment.scan.name)}: Tagtrail report</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        ${markShapes}
        <main>
          ${cover(reading)}
          <section id="matrix" class="${isWide(reading) ? 'wide' : ''}" aria-label="The matrix">${matrix(reading)} ${trust(reading)}</section>
          <nav aria-label="Contents">
            <ol>
              ${sections.map(({ id, title }) => template`<li><a href="#${id}">${title}</a></li>`)}
            </ol>
          </nav>
          <section id="funnel" aria-labelledby="funnel-title">
            <h2 id="funnel-title">The funnel</h2>
            ${funnel(reading)}
          </section>
          ${sections.map(
            ({ id, title, body }, index) =>
              template`<section id="${id}" aria-labelledby="${id}-title">
                <h2 id="${id}-title"><span class="number">${index + 1}</span> ${title}</h2>
                ${body(reading)}
              </section>`,
          )}
        </main>
      </body>
    </html>`
}
