import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { classifyLine } from '../../../scanner/knowledge/classify-line.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'

/** What everybody in the field knows by name, asked as on the command line: kind, item, domain, vendor (none: of the site), category. */
const rows = readFileSync(new URL('./well-known-items.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))

const knowledge = loadKnowledge()

test.each(rows)('%s %s %s is of "%s" and %s', (kind, item = '', domain = '', vendor, category) => {
  const asked = kind === 'url' || kind === 'storage' ? kind : 'cookie'
  const answer = classifyLine(knowledge, asked, domain === '' ? item : `${item}\t${domain}`)
  expect([answer.vendor ?? '', answer.category]).toEqual([vendor, category])
})
