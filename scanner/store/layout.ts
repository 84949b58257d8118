/** Where things stand in the folder of a scan; a public format. */
export const layout = {
  plan: 'plan.json',
  environment: 'environment.json',
  observations: 'observations.ndjson',
  gaps: 'gaps.ndjson',
  bodies: 'bodies',
  screenshots: 'screenshots',
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  publicKey: 'manifest.pub',
  timestamp: 'manifest.tsr',
  timestampSignature: 'manifest.tsr.sig',
  assessment: 'assessment.json',
  assessmentSeal: 'assessment.seal.json',
  assessmentSignature: 'assessment.seal.sig',
  assessmentPublicKey: 'assessment.seal.pub',
} as const

/** The files that grow while a scan runs, one JSON object a line. */
export type LogFile = typeof layout.observations | typeof layout.gaps

/** A document, its Ed25519 signature (64 bytes), and the public key that it was made with (PEM). */
export interface SignedPlaces {
  readonly document: string
  readonly signature: string
  readonly publicKey: string
}

/** Seals the evidence: everything below `plan` to `screenshots`. */
export const evidenceSeal: SignedPlaces = {
  document: layout.manifest,
  signature: layout.signature,
  publicKey: layout.publicKey,
}

/** Seals one judgement of that evidence, so that old evidence may be judged anew without breaking its own seal. */
export const assessmentSeal: SignedPlaces = {
  document: layout.assessmentSeal,
  signature: layout.assessmentSignature,
  publicKey: layout.assessmentPublicKey,
}

/** Files beside the evidence that its manifest does not name. */
export const besideEvidence: ReadonlySet<string> = new Set([
  ...Object.values(evidenceSeal),
  layout.timestamp,
  layout.timestampSignature,
  layout.assessment,
  ...Object.values(assessmentSeal),
])

/** Reports stand beside the evidence but are no part of it: they can be made again from it. */
export function isReport(name: string): boolean {
  return /^report\.[a-z]+$/.test(name)
}
