import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod'
import { ScanError } from '../errors.ts'
import { ChainReader } from './chain.ts'
import { linesOf } from './ndjson.ts'
import { codeOf } from './write-error.ts'

/** One JSON file of a bundle. Throws `store-corrupt` when it is missing, no JSON, or of another shape. */
export async function readJson<T>(dir: string, name: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(join(dir, name), 'utf8').catch((cause: unknown) => {
    const why =
      codeOf(cause) === 'ENOENT'
        ? `${dir} has no ${name}, so it is no scan`
        : `${join(dir, name)} cannot be read (${codeOf(cause)})`
    throw corrupt(`${why}; name the folder that a scan was written to`, cause)
  })
  return checked(text, schema, join(dir, name))
}

export interface JsonLines<T> {
  readonly items: readonly T[]
  /** True when the last line was cut off and is left out. */
  readonly torn: boolean
}

/** A log: one JSON object a line, each chained to the one before. A cut-off last line is left out and told; any other fault throws `store-corrupt`. */
export async function readJsonLines<T>(dir: string, name: string, schema: z.ZodType<T>): Promise<JsonLines<T>> {
  const path = join(dir, name)
  const items: T[] = []
  const chain = new ChainReader()
  try {
    for await (const { text, number, ended } of linesOf(path)) {
      if (!ended && !isJson(text)) return { items, torn: true }
      items.push(checked(text, schema, `${path}:${number}`))
      if (!chain.follows(text))
        throw corrupt(`${path}:${number} does not follow from the line before it; "tagtrail verify ${dir}" says more`)
    }
  } catch (cause) {
    if (cause instanceof ScanError) throw cause
    throw corrupt(`${path} cannot be read (${codeOf(cause)}); copy the whole folder of the scan`, cause)
  }
  return { items, torn: false }
}

function checked<T>(text: string, schema: z.ZodType<T>, place: string): T {
  const value = parsed(text, place)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const fault = issue ? `${issue.path.join('.')} ${issue.message}` : 'another shape'
  throw corrupt(`${place} is not as Tagtrail writes it (${oneLine(fault)}); restore it from a copy`)
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw corrupt(`${place} is no valid JSON (${oneLine(String(cause))}); restore it from a copy`, cause)
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200)
}

function corrupt(message: string, cause?: unknown): ScanError {
  return new ScanError('store-corrupt', message, { cause })
}
