import { caQc } from './ca-qc.ts'
import { de } from './de.ts'
import { eu } from './eu.ts'
import { fr } from './fr.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { uk } from './uk.ts'
import { usCa } from './us-ca.ts'

/** Every legal order a scan may be weighed by; the Union comes first and is what a plan means when it says nothing. */
export const jurisdictions: readonly Jurisdiction[] = [eu, de, fr, uk, usCa, caQc]
