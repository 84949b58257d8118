import * as z from 'zod'
import { told } from '../said.ts'
import { found, pathText } from './words.ts'

export interface Mistake {
  readonly path: readonly PropertyKey[]
  readonly text: string
  /** Where to look in the file: the unknown key itself rather than the group it stands in. */
  readonly at: readonly PropertyKey[]
}

/** What zod complains about, one sentence a mistake, in the words of the person who wrote the plan. */
export function mistakesOf(error: z.ZodError): readonly Mistake[] {
  const all = error.issues.flatMap((issue) => leaves(issue, []))
  return all.filter((mistake) => !all.some((other) => explains(other, mistake)))
}

/** For `safeParse`: our wording where the schema gives none. */
export function wording(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return told`missing`
  if (issue.code === 'invalid_type')
    return told`${found(issue.input)} is not ${kinds[issue.expected] ?? issue.expected}`
  if (issue.code === 'too_small') return told`${found(issue.input)} is too small; the least is ${Number(issue.minimum)}`
  if (issue.code === 'too_big' && issue.origin === 'string')
    return told`longer than ${Number(issue.maximum)} characters`
  if (issue.code === 'too_big') return told`${found(issue.input)} is too large; the most is ${Number(issue.maximum)}`
  return told`${found(issue.input)} is not valid here`
}

const kinds: Readonly<Record<string, string>> = {
  string: told`text (put it in quotes)`,
  int: told`a whole number`,
  number: told`a whole number`,
  boolean: told`true or false`,
  array: told`a list`,
  object: told`a group of keys`,
  record: told`a group of keys`,
}

function leaves(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly Mistake[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_key') return issue.issues.flatMap((inner) => leaves(inner, path))
  if (issue.code === 'unrecognized_keys')
    return [{ path, text: issue.message, at: [...path, ...issue.keys.slice(0, 1)] }]
  if (issue.code !== 'invalid_union') return [{ path, text: wordsOf(issue, path), at: path }]
  const unknown = issue.errors.map(onlyUnknownKeys).filter((keys) => keys !== null)
  if (unknown.length > 1) {
    const names = [...new Set(unknown.flat().toReversed())]
    return [
      {
        path,
        at: path,
        text: told`${names.reduce((so, name) => told`${so} and ${name}`)} exclude each other; keep one`,
      },
    ]
  }
  const near = issue.errors.filter((branch) => !branch.some(isAnotherKind))
  const branches = (near.length > 0 ? near : issue.errors).map((branch) =>
    branch.flatMap((inner) => leaves(inner, path)),
  )
  return branches.toSorted((a, b) => a.length - b.length)[0] ?? []
}

/** What lets the scan in is never repeated: a mistake is read by others, and may be kept. */
function wordsOf({ message, input }: z.core.$ZodIssue, [group, key = '']: readonly PropertyKey[]): string {
  return group === 'access' && SECRET.has(key) ? message.replace(found(input), told`what stands here`) : message
}

const SECRET: ReadonlySet<PropertyKey> = new Set(['basicAuth', 'headers', 'proxy'])

/** A word where a group was written, or the other way about: that form was not meant. */
function isAnotherKind({ path, code }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')
}

/** A form of a union that is whole, and only minds what belongs to another one. */
function onlyUnknownKeys(branch: readonly z.core.$ZodIssue[]): readonly string[] | null {
  const [only, ...others] = branch
  return only?.code === 'unrecognized_keys' && others.length === 0 ? only.keys : null
}

/** A key that is missing because it was misspelt is one mistake, not two. */
function explains(other: Mistake, mistake: Mistake): boolean {
  if (mistake.text !== 'missing') return false
  const parent = pathText(mistake.path.slice(0, -1))
  return pathText(other.path) === parent && other.text.endsWith(`did you mean "${String(mistake.path.at(-1))}"?`)
}
