/** What we use of yauzl, which brings no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    /** Never absolute, never with `..`: yauzl refuses such names itself. */
    readonly fileName: string
    readonly uncompressedSize: number
    readonly compressedSize: number
    readonly crc32: number
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    /** Fails when there is more in it than its entry says. */
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }

  export interface OpenOptions {
    /** Else its file is closed once its names are read. */
    readonly autoClose: boolean
    readonly lazyEntries: boolean
  }

  export function openPromise(path: string, options: OpenOptions): Promise<ZipFile>
}
