import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A list of addresses to block that the user has added: EasyList, EasyPrivacy or one in their form. */
export interface ListFile {
  /** Its title line, else the name of its file. */
  readonly name: string
  readonly text: string
}

/** `lists/*.txt` of the folder of the user's own knowledge; a file has no lists beside it. */
export function listFiles(path: string): readonly ListFile[] {
  const folder = join(path, 'lists')
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return { name: titleOf(text) ?? basename(file, '.txt'), text }
    })
}

/** `! Title: EasyPrivacy`, among the first lines. */
function titleOf(text: string): string | null {
  const title = /^[!#]\s*Title:\s*(\S[^\r\n]{0,79})/im.exec(text.slice(0, 4000))?.[1]
  return title?.trim() ?? null
}
