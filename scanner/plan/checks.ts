import * as z from 'zod'
import { told } from '../said.ts'
import { found, nearest, quoted } from './words.ts'

/** A group of keys. Others than these are mistakes, and the message names the key that was probably meant. */
export function section<S extends z.core.$ZodLooseShape>(shape: S) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys ?? [], known) : undefined),
  })
}

/** One of a closed list of words. */
export function oneOf<const V extends readonly string[]>(values: V) {
  return z.enum(values, { error: ({ input }) => (input === undefined ? undefined : notOneOf(input, values)) })
}

/** Text of a given shape; the pattern is part of the published JSON Schema. */
export function text(pattern: RegExp, wanted: string) {
  return z.string().regex(pattern, { error: ({ input }) => told`${found(input)} is not ${wanted}`, abort: true })
}

export const line = text(/\S/, told`readable text; write a few words`).max(1000)

/** A list in which nothing stands twice, told by the item's own text or by `key`. */
export function distinct<S extends z.ZodType>(item: S, key: (each: z.output<S>) => string = String) {
  return z.array(item).superRefine((list, context) => {
    for (const [index, each] of repeated(list, key))
      context.addIssue({ code: 'custom', path: [index], message: told`${quoted(key(each))} is listed twice` })
  })
}

/** The items, with their places, whose key an earlier item has already. */
export function repeated<T>(list: readonly T[], key: (item: T) => string): readonly (readonly [number, T])[] {
  const keys = list.map(key)
  return [...list.entries()].filter(([index]) => keys.indexOf(keys[index] ?? '') < index)
}

function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  const [first = ''] = keys
  if (keys.length > 1) return told`unknown keys ${keys.map(quoted).join(', ')}; known here: ${known.join(', ')}`
  const near = nearest(first, known)
  return near === null
    ? told`unknown key ${quoted(first)}; known here: ${known.join(', ')}`
    : told`unknown key ${quoted(first)}; did you mean "${near}"?`
}

function notOneOf(input: unknown, values: readonly string[]): string {
  const near = typeof input === 'string' ? nearest(input, values) : null
  return near === null
    ? told`${found(input)} is none of ${values.join(', ')}`
    : told`${found(input)} is none of ${values.join(', ')}; did you mean "${near}"?`
}
