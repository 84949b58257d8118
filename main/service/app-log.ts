import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import electronLog from 'electron-log/node.js'
import { terminalText } from '../terminal-text.ts'

/** The program's own log: for whoever looks for the cause of a fault, never evidence. */
export interface AppLog {
  readonly path: string
  say(text: string): void
  /** The latest lines. */
  lines(most: number): Promise<readonly string[]>
}

export function openAppLog(dataFolder: string): AppLog {
  const path = join(dataFolder, 'tagtrail.log')
  const log = electronLog.create({ logId: path })
  log.transports.console.level = false
  log.transports.file.resolvePathFn = () => path
  log.transports.file.maxSize = MOST_BYTES
  log.transports.file.format = '{iso}  {text}'
  return {
    path,
    // A page may have chosen some of it.
    say: (text) => log.info(terminalText(text)),
    lines: async (most) => {
      const text = await readFile(path, 'utf8').catch(() => '')
      return text.split('\n').filter(Boolean).slice(-most)
    },
  }
}

/** Then it is kept as `tagtrail.old.log`, and a new one is begun. */
const MOST_BYTES = 2_000_000
