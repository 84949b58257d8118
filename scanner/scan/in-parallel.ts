/**
 * Works through the jobs in order, at most `limit` at once. The first failure stops new ones from starting, waits for
 * those under way, and is thrown.
 */
export async function inParallel<J>(jobs: readonly J[], limit: number, work: (job: J) => Promise<void>): Promise<void> {
  const waiting = [...jobs]
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined && failures.length === 0; job = waiting.shift()) {
      await work(job).catch((failure: unknown) => failures.push(failure))
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, limit) }, worker))
  if (failures.length > 0) throw failures[0]
}
