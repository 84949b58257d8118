/** Where things stand in the folder of a scan; a public format. */
export const layout = {
  plan: 'plan.json',
  environment: 'environment.json',
  observations: 'observations.ndjson',
  gaps: 'gaps.ndjson',
  bodies: 'bodies',
  screenshots: 'screenshots',
  assessment: 'assessment.json',
  manifest: 'manifest.json',
  signature: 'manifest.sig',
} as const

/** The files that grow while a scan runs, one JSON object a line. */
export type LogFile = typeof layout.observations | typeof layout.gaps

/** Reports stand beside the evidence but are no part of it: they can be made again from it. */
export function isReport(name: string): boolean {
  return /^report\.[a-z]+$/.test(name)
}
