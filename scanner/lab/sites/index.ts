import type { LabSite } from '../model.ts'
import { shop } from './shop.ts'
import { wire } from './wire.ts'

/** Every site of the lab; the first is the demo. */
export const sites: readonly LabSite[] = [shop, wire]
