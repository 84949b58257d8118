import * as z from 'zod'
import type { Wording, WordingValue } from '../../model.ts'

/** A template, and the values that stand in it: text, numbers, and what is worded itself. */
export const wording: z.ZodType<Wording> = z.lazy(() => z.tuple([z.string()], value))

const value: z.ZodType<WordingValue> = z.union([z.string(), z.number(), wording])
