import type { Shelf } from './shelf.ts'

export const reports: Shelf = {
  name: 'reports',
  idForm: /^[a-z]+$/,
  idExample: 'csv (the ending of its file)',
  nameOf: (id) => id,
  list: 'last',
  files: ({ id, name }) => [
    { path: `scanner/reports/${id}.ts`, text: report(id, name) },
    { path: `test/scanner/reports/${id}.test.ts`, text: reportTest(id, name) },
  ],
  next: ({ id }) => [
    `Write the format in scanner/reports/${id}.ts: values in, text out. Everything a page chose goes through the format's own escaping.`,
    'It is there at once as: tagtrail report <dir> --format ' + id,
  ],
}

const report = (id: string, name: string): string => `import { visible } from './foreign-text.ts'
import type { ReportFormat } from './report-format.ts'

/** Who reads it, and with what. */
export const ${name}: ReportFormat = {
  id: '${id}',
  extension: '${id}',
  render: ({ assessment: { headline, coverage } }) =>
    [headline, '', 'Not covered:', ...coverage.notCovered].map((line) => \`\${visible(line)}\\n\`).join(''),
}
`

const reportTest = (id: string, name: string): string => `import { expect, test } from 'vitest'
import { ${name} } from '../../../scanner/reports/${id}.ts'
import { sampleReport } from './sample.ts'

test('says what was found', () => {
  const sample = sampleReport()
  const coverage = { ...sample.assessment.coverage, notCovered: ['forms'] }
  const assessment = { ...sample.assessment, headline: 'One \\u001b[31mvendor.', coverage }
  const written = ${name}.render({ ...sample, assessment })
  expect(written).toBe('One ‹U+001B›[31mvendor.\\n\\nNot covered:\\nforms\\n')
})
`
