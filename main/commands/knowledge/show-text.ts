import { styleText } from 'node:util'
import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'
import type { TextStyle } from '../../findings-text.ts'
import { wrap } from '../../wrap.ts'
import { factSections } from './fact-sections.ts'
import { lawSections } from './law-sections.ts'
import { aboutSections } from './about-sections.ts'

/** One part of a record for a terminal: a heading, and entries of which the first line stands out. */
export interface Section {
  readonly title: string
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly head: string
  readonly lines: readonly string[]
}

/** All that a record holds, for a terminal. */
export function showText(record: VendorRecord, style: TextStyle): string {
  const parts = sectionsOf(record).map((section) => sectionText(section, style))
  return `${[titleText(record, style), ...parts].join('\n\n')}\n`
}

/** The parts of a record that hold something, in the order of reading. */
export function sectionsOf(record: VendorRecord): readonly Section[] {
  const sections = [...aboutSections(record), ...lawSections(record), ...factSections(record)]
  return sections.filter(({ entries }) => entries.length > 0)
}

/** One fact of a record, by itself. */
export function factText(head: string, fact: object, { width }: TextStyle): string {
  const lines = Object.entries(fact)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => wrap(`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, width, '  '))
  return `${[head, ...lines].join('\n')}\n`
}

function titleText({ id, name, summary, categories }: VendorRecord, { width, colour }: TextStyle): string {
  const title = `${name} (${id}): ${categories.primary}`
  return [colour ? bold(title) : title, wrap(summary, width, '  ')].join('\n')
}

function sectionText({ title, entries }: Section, { width, colour }: TextStyle): string {
  const lines = entries.flatMap(({ head, lines: details }) => [
    wrap(head, width, '  '),
    ...details.filter((line) => line !== '').map((line) => wrap(line, width, '      ')),
  ])
  return [colour ? bold(title) : title, ...lines].join('\n')
}

function bold(text: string): string {
  return styleText('bold', text, { validateStream: false })
}
