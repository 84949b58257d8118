import type { PassingFiles } from '../../scanner/store/passing-files.ts'
import { MOST_PART_BYTES } from '../contract/files.ts'
import { notFound } from './failures.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'

export function filesRouter(os: Implementer, { passing, newId }: ServiceParts) {
  return {
    begin: os.files.begin.handler(async () => {
      const id = newId()
      await passing.begin(id)
      return { id, mostPartBytes: MOST_PART_BYTES }
    }),
    add: os.files.add.handler(async ({ input: { id, at, part } }) => {
      passingPath(passing, id)
      await passing.add(id, at, new Uint8Array(await part.arrayBuffer()))
    }),
    part: os.files.part.handler(async ({ input: { id, at } }) => {
      passingPath(passing, id)
      return new Blob([new Uint8Array(await passing.part(id, at, MOST_PART_BYTES))])
    }),
    drop: os.files.drop.handler(({ input: { id } }) => passing.drop(id)),
  }
}

export function passingPath(passing: PassingFiles, id: string): string {
  const path = passing.path(id)
  if (path !== null) return path
  throw notFound('file', 'This file waited too long and is gone; begin again.')
}
