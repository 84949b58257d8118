import type { Migration } from './migration.ts'
import { fromVersion1 } from './from-version-1.ts'

/** Every change of the catalog's shape, oldest first; each begins where the one before ends. */
export const migrations: readonly Migration[] = [fromVersion1]
