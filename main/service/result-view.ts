import type { Finding, MatrixRow } from '../../scanner/model.ts'
import type { FindingView, MatrixRowView, Result } from '../contract.ts'
import type { JudgedScan } from './judged-scans.ts'

/** A result without its long lists: small whatever the size of the evidence. */
export function resultOf(id: string, { assessment, ...scan }: JudgedScan): Result {
  const { matrix, sightings: _, findings, ...rest } = assessment
  const { plan, environment, manifestSha256, sealedBy, notes } = scan
  return {
    ...rest,
    id,
    matrix: matrix.map(rowView),
    findings: findings.map(findingView),
    plan,
    environment,
    manifestSha256,
    sealedBy,
    notes: [...notes],
  }
}

/** What nobody has a record of stands for itself. */
export function rowKey({ vendorId, name, party }: MatrixRow): string {
  return vendorId ?? `${party} ${name}`
}

export function rowView(row: MatrixRow): MatrixRowView {
  const cells = row.cells.map(({ observations, ...cell }) => ({ ...cell, count: observations.length }))
  return { ...row, key: rowKey(row), cells }
}

export function findingView({ evidence, ...finding }: Finding): FindingView {
  return { ...finding, evidenceCount: evidence.length }
}
