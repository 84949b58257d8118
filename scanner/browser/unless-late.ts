/** What the work comes to, or a rejection when that takes too long or the signal is raised first; the work is not stopped. */
export async function unlessLate<T>(limitMs: number, work: Promise<T>, signal?: AbortSignal): Promise<T> {
  const over = Promise.withResolvers<never>()
  const timer = setTimeout(() => over.reject(new Error(`no answer in ${limitMs} ms`)), limitMs)
  const raised = (): void => over.reject(signal?.reason as Error)
  signal?.addEventListener('abort', raised, { once: true })
  if (signal?.aborted) raised()
  // Whichever is late is nobody's business any more.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, over.promise])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', raised)
  }
}
