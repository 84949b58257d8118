import { join } from 'node:path'
import { importHar, type ImportOptions } from '../../../scanner/scan/import-har.ts'
import type { Evidence, ObservationKind, ObservationOf } from '../../../scanner/model.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

export const hars = join(import.meta.dirname, '../../evidence/har')

export const importFacts: Omit<ImportOptions, 'out'> = {
  name: null,
  state: 'no-choice',
  jurisdiction: 'eu',
  toolVersion: 'test',
  knowledgeVersion: '1',
  valueSalt: '00ff',
  knowledge: null,
  overwrite: false,
  now: () => new Date('2026-11-21T12:00:00.000Z'),
}

/** Imports files of test/evidence/har, or of absolute paths. */
export async function imported(names: readonly string[], facts: Partial<ImportOptions> = {}): Promise<Evidence> {
  const out = join(await temporaryFolder(), 'bundle')
  return importHar(
    names.map((name) => (name.startsWith('/') ? name : join(hars, name))),
    { ...importFacts, out, ...facts },
  )
}

export function only<K extends ObservationKind>({ observations }: Evidence, kind: K): readonly ObservationOf<K>[] {
  return observations.filter((seen) => seen.kind === kind) as unknown as readonly ObservationOf<K>[]
}
