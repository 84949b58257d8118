import type { Collector } from './collector.ts'
import { cookies } from './cookies.ts'
import { deviceReads } from './device-reads.ts'
import { lastWords } from './last-words.ts'
import { pageErrors } from './page-errors.ts'
import { pageMarks } from './page-marks.ts'
import { players } from './players.ts'
import { requests } from './requests.ts'
import { screenshot } from './screenshot.ts'
import { sockets } from './sockets.ts'
import { terminalStorage } from './terminal-storage.ts'
import { webStorage } from './web-storage.ts'

/** Everything that is recorded. */
export const collectors: readonly Collector[] = [
  requests,
  lastWords,
  sockets,
  cookies,
  webStorage,
  terminalStorage,
  deviceReads,
  pageMarks,
  pageErrors,
  players,
  screenshot,
]
