import { runInNewContext } from 'node:vm'
import type { Signal } from '../../scanner/signals/signal.ts'

/** What a page with these globals answers to the expression of a signal; `null` when it has nothing to say. */
export async function pageAnswer(
  { places }: Signal,
  globals: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const place = places.find((each) => each.in === 'page')
  if (place?.in !== 'page') throw new Error('this signal asks no page')
  return (await runInNewContext(place.expression, { window: { ...globals }, setTimeout })) as string | null
}
