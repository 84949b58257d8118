import type { Collector } from './collector.ts'
import { cookies } from './cookies.ts'
import { lastWords } from './last-words.ts'
import { requests } from './requests.ts'
import { screenshot } from './screenshot.ts'
import { webStorage } from './web-storage.ts'

/** Everything that is recorded. */
export const collectors: readonly Collector[] = [requests, lastWords, cookies, webStorage, screenshot]
