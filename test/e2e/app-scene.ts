import type { Client, FunnelSummary, ScanSummary } from '../../main/contract.ts'

/** A client with a funnel that has a mistake, a scan of the demo funnel and a ruling on one of its findings. */
export interface AppScene {
  readonly projectId: string
  readonly funnelId: FunnelSummary['id']
  readonly scanId: string
  /** The same evidence once more, to be compared with. */
  readonly olderId: string
}

/** A screen, where it is, and words by which one knows that it is there. */
export interface ScreenPlace {
  readonly name: string
  readonly place: string
  readonly says: string
}

export async function scanOfDemo(client: Client): Promise<ScanSummary> {
  const { id } = await client.scans.startDemo()
  for await (const progress of await client.scans.watch({ id })) void progress
  return client.scans.get({ id })
}

export async function setScene(client: Client, scanId: string): Promise<AppScene> {
  const { id: projectId } = await client.projects.save({ name: 'Lumen Academy', note: 'Launch on 1 December.' })
  const { draft } = await client.funnels.fromUrls({
    name: 'Webinar',
    urls: ['https://lumen.example/', 'https://lumen.example/thanks'],
  })
  const { id: funnelId } = await client.funnels.save({ projectId, draft: { ...draft, site: 'lumen' } })
  const { id: olderId } = await client.scans.import({ file: await client.scans.export({ id: scanId }), projectId })
  const about =
    (await client.results.open({ id: scanId })).findings.find(({ outcome }) => outcome === 'fail')?.key ?? ''
  const comment = 'The tag goes behind the choice with the next release.'
  await client.rulings.rule({ id: scanId, about, decision: 'not-compliant', comment, by: 'M. Arnold' })
  return { projectId, funnelId, scanId, olderId }
}

/** Every screen of the application with something in it, by its address. */
export async function screensOf(client: Client, scene: AppScene): Promise<readonly ScreenPlace[]> {
  const { projectId, funnelId, scanId, olderId } = scene
  const { matrix, findings } = await client.results.open({ id: scanId })
  const alarming = matrix.find(({ cells }) => cells.some(({ alert }) => alert))
  const cell = alarming?.cells.find(({ alert }) => alert)
  const { observations } = await client.results.cell({
    id: scanId,
    row: alarming?.key ?? '',
    state: cell?.state ?? 'rejected',
    stepId: cell?.stepId ?? '',
  })
  const finding = findings.find(({ outcome }) => outcome === 'fail')
  const opened = (parts: Record<string, string>): string => `/scans/${scanId}/matrix?${new URLSearchParams(parts)}`
  const cellName = [cell?.state, cell?.stepId, alarming?.key].join(' ')
  return [
    { name: 'home', place: '/', says: 'Latest scans' },
    { name: 'client', place: `/clients/${projectId}`, says: 'Webinar' },
    { name: 'new-funnel', place: `/clients/${projectId}/new-funnel`, says: 'Addresses of the pages' },
    { name: 'funnel', place: `/funnels/${funnelId}`, says: 'keeps it from being scanned' },
    { name: 'matrix', place: `/scans/${scanId}/matrix`, says: 'Longest lifetime' },
    { name: 'findings', place: `/scans/${scanId}/findings`, says: finding?.title ?? '' },
    { name: 'stored', place: `/scans/${scanId}/stored`, says: 'rows' },
    { name: 'requests', place: `/scans/${scanId}/requests`, says: 'rows' },
    { name: 'consent', place: `/scans/${scanId}/consent`, says: 'Consent signals seen' },
    { name: 'timeline', place: `/scans/${scanId}/timeline`, says: 'rows' },
    { name: 'pictures', place: `/scans/${scanId}/pictures`, says: 'run 1' },
    { name: 'coverage', place: `/scans/${scanId}/coverage`, says: 'What this scan does not cover' },
    { name: 'raw', place: `/scans/${scanId}/raw`, says: 'Environment' },
    { name: 'drawer-cell', place: opened({ cell: cellName }), says: 'Evidence' },
    {
      name: 'drawer-observation',
      place: opened({ cell: cellName, observation: observations[0]?.id ?? '' }),
      says: 'What caused it',
    },
    { name: 'drawer-vendor', place: opened({ row: alarming?.key ?? '' }), says: 'in all states' },
    { name: 'drawer-finding', place: opened({ finding: finding?.key ?? '' }), says: 'Your ruling' },
    { name: 'reports', place: `/scans/${scanId}/reports`, says: 'Save beside the evidence' },
    { name: 'compare', place: `/compare?old=${olderId}&new=${scanId}`, says: 'findings as before' },
    { name: 'knowledge', place: '/knowledge', says: 'rows' },
    { name: 'vendor', place: '/knowledge/hotjar', says: 'Your own word' },
    { name: 'edit-vendor', place: '/knowledge/hotjar/edit', says: 'No faults.' },
    { name: 'settings', place: '/settings', says: 'Scans are sealed with the key' },
    { name: 'not-found', place: '/nothing/here', says: 'Home' },
  ]
}
