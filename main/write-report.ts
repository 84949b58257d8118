import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleAssessment, type JudgedBundle } from './bundle-assessment.ts'
import { clockText, momentText } from './clock-text.ts'
import { trailsOf } from '../scanner/causes/trails.ts'
import type { Calibration, Evidence, StandingRuling } from '../scanner/model.ts'
import { renderReport, reportFileName } from '../scanner/report.ts'
import type { ReportInput } from '../scanner/reports/report-format.ts'
import { layout } from '../scanner/store/layout.ts'
import { foundFiles } from '../scanner/store/found-files.ts'
import { readManifest } from '../scanner/store/manifest.ts'
import { verifyTimestamp } from '../scanner/store/verify-timestamp.ts'
import { writeReport } from '../scanner/store/report-file.ts'

export interface BundleReportOptions {
  readonly format: string
  /** The user's own knowledge to judge the evidence by once more; without it stands what the scan was judged by. */
  readonly knowledge?: string | null
  /** True: by what is known today, whatever stands in the folder. */
  readonly anew?: boolean
  /** What people decided about a site. */
  readonly rulings?: (site: string) => Promise<readonly StandingRuling[]>
  /** How well the instrument is known to do. */
  readonly calibration?: Calibration | null
  /** Told what a killed or unfinished scan left incomplete. */
  readonly onNote?: (note: string) => void
  /** What stands in the folder, where it was read already. */
  readonly bundle?: JudgedBundle
  /** Raised when nobody wants it any more: then nothing is written. */
  readonly signal?: AbortSignal
}

/** The report of a scan on disk, as text. */
export async function bundleReport(
  dir: string,
  { format, anew = false, knowledge = null, rulings, calibration = null, onNote, bundle }: BundleReportOptions,
): Promise<string> {
  const options = { anew, knowledge, ...(onNote === undefined ? {} : { onNote }) }
  const { evidence, assessment } = bundle ?? (await bundleAssessment(dir, options))
  return renderReport(
    {
      assessment,
      plan: evidence.plan,
      environment: evidence.environment,
      observations: new Map(evidence.observations.map((observation) => [observation.id, observation])),
      causes: trailsOf(evidence, assessment),
      gaps: evidence.gaps,
      rulings: (await rulings?.(evidence.plan.site)) ?? [],
      images: await imagesOf(dir, evidence),
      calibration,
      ...(await sealOf(dir)),
    },
    format,
  )
}

/** Writes the report beside the evidence, where it is no part of it, unless told another place. Returns its path. */
export async function writeBundleReport(dir: string, options: BundleReportOptions, out?: string): Promise<string> {
  const path = out ?? join(dir, reportFileName(options.format))
  const text = await bundleReport(dir, options)
  options.signal?.throwIfAborted()
  await writeReport(path, text)
  return path
}

async function imagesOf(dir: string, { files }: Evidence): Promise<ReadonlyMap<string, string>> {
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith(`${layout.screenshots}/`))
  const images = paths.map(async (path) => {
    const bytes = await readFile(join(dir, path))
    return [path, `data:image/png;base64,${bytes.toString('base64')}`] as const
  })
  return new Map(await Promise.all(images))
}

/** Nulls when the scan was killed before it could be sealed. */
async function sealOf(dir: string): Promise<Pick<ReportInput, 'manifestSha256' | 'sealedBy' | 'clock'>> {
  const manifest = await readManifest(dir)
  if (manifest === null) return { manifestSha256: null, sealedBy: null, clock: null }
  const bytes = await readFile(join(dir, layout.manifest))
  const { seen } = await verifyTimestamp(dir, (await foundFiles(dir))?.all ?? [], manifest)
  return {
    manifestSha256: createHash('sha256').update(bytes).digest('hex'),
    sealedBy: manifest.key?.sha256 ?? null,
    clock: `by this machine${manifest.sealedAt === null ? '' : ` ${momentText(manifest.sealedAt)}`}, ${clockText(seen)}`,
  }
}
