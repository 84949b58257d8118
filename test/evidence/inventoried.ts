import type { Tell } from '../../scanner/collectors/collector.ts'

/** An inventory that counts as soon as it is read. */
export async function inventoried(reading: Promise<Tell> | undefined): Promise<void> {
  const tell = await reading
  tell?.()
}
