import { askingSites } from './banner-sites.ts'
import { formSites } from './form-sites.ts'
import type { FindingSite } from './model.ts'
import { signalSites } from './signal-sites.ts'
import { trackingSites } from './tracking-sites.ts'
import { trapMarkupSites } from './trap-markup-sites.ts'
import { trapSites } from './trap-sites.ts'
import { trapStorageSites } from './trap-storage-sites.ts'
import { unclearSites } from './unclear-sites.ts'

/** Every site of the findings lab. */
export const findingSites: readonly FindingSite[] = [
  ...trackingSites(),
  ...askingSites(),
  ...signalSites(),
  ...formSites(),
  ...unclearSites(),
  ...trapSites(),
  ...trapMarkupSites(),
  ...trapStorageSites(),
]
