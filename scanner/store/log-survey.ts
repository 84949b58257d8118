import { join } from 'node:path'
import { ChainReader } from './chain.ts'
import { linesOf } from './ndjson.ts'

/** What can be said of a log without knowing what its lines mean. */
export interface LogSurvey {
  readonly path: string
  /** Whole lines. */
  readonly lines: number
  /** SHA-256 of the last whole line. */
  readonly head: string
  /** Number of the first line that does not follow from the one before, `null` when all do. */
  readonly brokenAt: number | null
  /** True when something stands behind the last line feed. */
  readonly torn: boolean
}

export async function surveyLog(dir: string, path: string): Promise<LogSurvey> {
  const chain = new ChainReader()
  let lines = 0
  let brokenAt: number | null = null
  let torn = false
  for await (const { text, number, ended } of linesOf(join(dir, path))) {
    if (!ended) torn = true
    else {
      lines = number
      if (!chain.follows(text)) brokenAt ??= number
    }
  }
  return { path, lines, head: chain.head, brokenAt, torn }
}
