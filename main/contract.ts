import type { ContractRouterClient } from '@orpc/contract'
import { app } from './contract/app.ts'
import { comparisons } from './contract/comparisons.ts'
import { files } from './contract/files.ts'
import { funnels } from './contract/funnels.ts'
import { knowledge } from './contract/knowledge.ts'
import { projects } from './contract/projects.ts'
import { removed } from './contract/removed.ts'
import { reports } from './contract/reports.ts'
import { rulings } from './contract/rulings.ts'
import { results } from './contract/results.ts'
import { scans } from './contract/scans.ts'
import { settings } from './contract/settings.ts'

/**
 * The one declaration of what a window may ask of the program. Every input is checked against its schema before anything
 * is done; outputs are nouns of the model, which the store checked when it read them, and views of them.
 */
export const contract = {
  app,
  projects,
  funnels,
  scans,
  files,
  removed,
  results,
  rulings,
  comparisons,
  knowledge,
  reports,
  settings,
}

/** What the renderer holds: `client.scans.list({})`. */
export type Client = ContractRouterClient<typeof contract>

export type * from '../scanner/model.ts'
export type { ScanErrorCode } from '../scanner/errors.ts'
export type { Jurisdiction } from '../scanner/jurisdictions/jurisdiction.ts'
export type { Hit } from '../scanner/knowledge/search.ts'
export type { Ruling } from '../scanner/knowledge/ruling.ts'
export type { VendorRecord } from '../scanner/knowledge/vendor-record.ts'
export type { Verification } from '../scanner/store/verify-bundle.ts'
export type { Page } from './contract/procedure.ts'
export type * from './contract/app.ts'
export type * from './contract/comparisons.ts'
export type * from './contract/projects.ts'
export type * from './contract/files.ts'
export type * from './contract/funnels.ts'
export type * from './contract/scans.ts'
export type * from './contract/results.ts'
export type * from './contract/knowledge.ts'
export type * from './contract/removed.ts'
export type * from './contract/reports.ts'
export type * from './contract/settings.ts'
