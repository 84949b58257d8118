import { access, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'

/** The effects the store has on a file system; a test puts one in its place that fails. */
export interface Disk {
  makeFolder(path: string): Promise<void>
  /** Opens a file to which text is added at the end; makes it when it is not there. */
  openAppend(path: string): Promise<AppendFile>
  has(path: string): Promise<boolean>
  /** Writes beside the place and renames, so that a reader meets the old file or the new one, never half of one. */
  replace(path: string, content: string | Uint8Array): Promise<void>
  /** Takes a file away, if it is there. */
  remove(path: string): Promise<void>
}

export interface AppendFile {
  write(text: string): Promise<void>
  close(): Promise<void>
}

/** Two replacements of one file at once must not share their half-written one. */
let parts = 0

export const disk: Disk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true })
  },
  async openAppend(path) {
    const handle = await open(path, 'a')
    return { write: (text) => handle.appendFile(text), close: () => handle.close() }
  },
  has: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  async replace(path, content) {
    const beside = `${path}.${process.pid}.${++parts}.part`
    try {
      await writeFile(beside, content)
      await rename(beside, path)
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
  },
  remove: (path) => rm(path, { force: true }),
}
