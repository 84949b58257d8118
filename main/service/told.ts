import { EventPublisher } from '@orpc/server'
import type { WorkEvent } from '../contract.ts'
import type { AppLog } from './app-log.ts'
import { asContractError } from './failures.ts'

/** How far something long is, as it goes on, and in the end what came of it. Fails in the words of the contract. */
export async function* told<Outcome extends object>(
  log: AppLog,
  work: (onProgress: (done: number, of: number) => void) => Promise<Outcome>,
): AsyncGenerator<WorkEvent<Outcome>> {
  const publisher = new EventPublisher<{ event: WorkEvent<Outcome> | null }>()
  const events = publisher.subscribe('event')
  const made = work((done, of) => publisher.publish('event', { type: 'progress', done, of }))
  const over = (): void => publisher.publish('event', null)
  void made.then(over, over)
  for await (const event of events) {
    if (event === null) break
    yield event
  }
  const outcome = await made.catch((reason: unknown) => {
    throw asContractError(reason, log)
  })
  yield { type: 'done', ...outcome }
}
