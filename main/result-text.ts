import { relative } from 'node:path'
import { renderMatrix } from '../scanner/reports/terminal-matrix.ts'
import type { Assessment, Calibration, StandingRuling } from '../scanner/model.ts'
import { calibrated, counted, sentence } from '../scanner/words.ts'
import { visible } from '../scanner/reports/foreign-text.ts'
import { whatIfSentences } from '../scanner/reports/what-if-text.ts'
import { findingsText } from './findings-text.ts'
import { hasColour, widthOf, type Screen } from './host.ts'
import { wrap } from './wrap.ts'

export interface ToldResult {
  readonly assessment: Assessment
  /** Absolute. */
  readonly dir: string
  readonly reportPath: string
  readonly calibration?: Calibration | null
  /** What people decided about the site. */
  readonly rulings?: readonly StandingRuling[]
}

/** What a person reads when a scan is done: the matrix, the sentence, the findings, and where the rest is. */
export function resultText({ assessment, dir, reportPath, calibration, rulings }: ToldResult, screen: Screen): string {
  const width = widthOf(screen)
  const colour = hasColour(screen)
  const parts = [
    renderMatrix(assessment, { width, colour }),
    wrap(visible(assessment.headline), width),
    findingsText(assessment, { width, colour }, rulings),
    ...whatIfText(assessment, width),
    ...ownKnowledgeText(assessment, width),
    ...(calibration ? [wrap(`${sentence(calibrated(calibration))}.`, width)] : []),
    `Report    ${shortest(reportPath)}\nEvidence  ${shortest(dir)}`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** The answer to the state `gated`, where it was asked for and can be given. */
function whatIfText({ whatIf, steps }: Assessment, width: number): readonly string[] {
  if (whatIf === null) return []
  const label = (stepId: string): string => steps.find(({ id }) => id === stepId)?.label ?? stepId
  return [wrap(visible(['What if:', ...whatIfSentences(whatIf, label)].join(' ')), width)]
}

/** Whoever reads the result has to know that more than Tagtrail's own knowledge went into it. */
function ownKnowledgeText({ ownKnowledge: own }: Assessment, width: number): readonly string[] {
  if (own === null) return []
  const parts = [
    counted(own.vendors, 'vendor record'),
    counted(own.categories, 'category override'),
    ...own.lists.map(({ name, rules }) => `list ${name} (${counted(rules, 'rule')})`),
  ]
  return [wrap(visible(`Judged with your own knowledge too: ${parts.join(', ')}, from ${own.path}.`), width)]
}

/** As a person would type it. */
function shortest(path: string): string {
  const fromHere = relative('', path)
  return fromHere.startsWith('..') || fromHere.length >= path.length ? path : fromHere
}
