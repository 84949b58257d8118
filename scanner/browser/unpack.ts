import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

/** Unpacks a brotli file holding one program. */
export async function unpackProgram(file: string, target: string): Promise<void> {
  await pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }))
}

/** Unpacks a small brotli-packed tar into a folder: plain files and folders, and nothing outside of it. */
export async function unpackTar(file: string, folder: string): Promise<void> {
  for (const entry of tarEntries(brotliDecompressSync(await readFile(file)))) {
    const target = join(folder, entry.name)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, entry.content, { mode: entry.mode & 0o755 })
  }
}

export interface TarEntry {
  readonly name: string
  readonly mode: number
  readonly content: Buffer
}

const BLOCK = 512

/** The plain files of a ustar or GNU tar. */
export function* tarEntries(tar: Buffer): Generator<TarEntry> {
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const text = (offset: number, length: number) =>
      tar.toString('utf8', at + offset, at + offset + length).split('\0')[0] ?? ''
    const [name, size, type] = [text(0, 100), Number.parseInt(text(124, 12), 8), text(156, 1)]
    const isFile = type === '' || type === '0'
    if (!isFile && type !== '5') throw new Error(`The archive holds ${name} of the unknown kind "${type}".`)
    if (name.startsWith('/') || name.split('/').includes('..')) throw new Error(`The archive reaches outside: ${name}`)
    const start = at + BLOCK
    if (start + size > tar.length) throw new Error(`The archive ends in the middle of ${name}.`)
    if (isFile) yield { name, mode: Number.parseInt(text(100, 8), 8), content: tar.subarray(start, start + size) }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
}
