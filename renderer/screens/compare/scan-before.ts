import type { ScanSummary } from '../../../main/contract.ts'

/** The latest scan before that one, made of the same funnel or at least of the same site: what one nearly always wants. */
export function scanBefore(scans: readonly ScanSummary[], id: string | null): string | null {
  const later = scans.find((scan) => scan.id === id)
  if (!later) return null
  const earlier = scans
    .filter(({ site, startedAt }) => site === later.site && startedAt < later.startedAt)
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  // What somebody sent may be older or newer than it says, and was made elsewhere.
  const same = earlier.find(({ funnelId, origin }) => funnelId === later.funnelId && origin === later.origin)
  return (same ?? earlier[0])?.id ?? null
}

/** The latest scan of a funnel that there is something to see of. */
export function latestOf(scans: readonly ScanSummary[], funnelId: string | null): string | null {
  const own = scans.filter((scan) => funnelId !== null && scan.funnelId === funnelId)
  return own.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0]?.id ?? null
}
