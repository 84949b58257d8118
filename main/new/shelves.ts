import { cmps } from './cmps.ts'
import { collectors } from './collectors.ts'
import { jurisdictions } from './jurisdictions.ts'
import { reports } from './reports.ts'
import { rules } from './rules.ts'
import type { Shelf } from './shelf.ts'
import { signals } from './signals.ts'
import { steps } from './steps.ts'
import { vendors } from './vendors.ts'

/** Every shelf that `npm run new` can put something on. */
export const shelves: readonly Shelf[] = [vendors, cmps, steps, collectors, signals, rules, jurisdictions, reports]
