import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Service } from './service.ts'
import { importScan } from './service/scan-files.ts'

/** Scans that a person opens from outside: by a double click, or as a word to the program. They are imported and shown. */
export interface OpenedFiles {
  /** May come before there is anything to open them with. */
  add(paths: readonly string[]): void
  showIn(window: WindowForFiles, service: Pick<Service, 'parts'>): void
}

export interface WindowForFiles {
  /** An address of the window's own, such as `/scans/1a2b/matrix`. */
  show(place: string): void
  complain(message: string): void
}

export function openedFiles(): OpenedFiles {
  const early: string[] = []
  let open = (path: string): void => void early.push(path)
  return {
    add: (paths) => paths.forEach((path) => open(path)),
    showIn(window, { parts }) {
      let turn = Promise.resolve()
      const imported = async (path: string): Promise<void> => {
        try {
          const { id } = await importScan(path, { projectId: null }, parts)
          window.show(`/scans/${id}/matrix`)
        } catch (reason) {
          window.complain(`${path}\n\n${reason instanceof Error ? reason.message : String(reason)}`)
        }
      }
      // One after the other: the last one is what is seen in the end.
      open = (path) => void (turn = turn.then(() => imported(path)))
      early.splice(0).forEach((path) => open(path))
    },
  }
}

/** Among the words of a command line, those that name such a file. */
export function scanFilesIn(words: readonly string[], folder: string): readonly string[] {
  return words
    .filter((word) => /\.tagtrail$/i.test(word) && !word.startsWith('-'))
    .flatMap((word) => pathOf(word, folder) ?? [])
}

/** Desktops of Linux give an address in place of a path. */
function pathOf(word: string, folder: string): string | null {
  if (!/^[a-z]+:\/\//i.test(word)) return resolve(folder, word)
  try {
    return fileURLToPath(word)
  } catch {
    return null // Of the web, or of another machine.
  }
}
