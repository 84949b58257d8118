import { askingSites } from './banner-sites.ts'
import { formSites } from './form-sites.ts'
import type { FindingSite } from './model.ts'
import { signalSites } from './signal-sites.ts'
import { trackingSites } from './tracking-sites.ts'
import { trapSites } from './trap-sites.ts'

/** Every site of the findings lab. */
export const findingSites: readonly FindingSite[] = [
  ...trackingSites(),
  ...askingSites(),
  ...signalSites(),
  ...formSites(),
  ...trapSites(),
]
