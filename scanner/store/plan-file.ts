import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { ScanError } from '../errors.ts'
import { codeOf } from './write-error.ts'

export interface PlanText {
  readonly text: string
  readonly name: string
  /** Absolute. */
  readonly baseDir: string
}

/** The text of a plan file and what `readPlan` has to know of its place. Throws `plan-invalid` when it cannot be read. */
export async function readPlanFile(path: string): Promise<PlanText> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new ScanError('plan-invalid', `${path} ${reasons[codeOf(cause)] ?? `cannot be read (${codeOf(cause)})`}`, {
      cause,
    })
  })
  return { text: decoded(bytes, path), name: basename(path), baseDir: dirname(resolve(path)) }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path',
  EISDIR: 'is a folder; name the plan file in it',
  EACCES: 'may not be read by you; check its rights',
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ScanError('plan-invalid', `${path} is not text in UTF-8; save it as such`, { cause })
  }
}
