import * as z from 'zod'
import { gap } from './gap.ts'
import { observation } from './observation.ts'
import { sha256 } from './words.ts'

/** SHA-256 of the line before, without its line feed; zeros on the first line. */
const chained = z.object({ prev: sha256 })

/** One line of `observations.ndjson` as it stands in the file: an observation, chained to the line before. */
export const observationLine = z.intersection(observation, chained)

/** One line of `gaps.ndjson` as it stands in the file. */
export const gapLine = gap.extend(chained.shape)
