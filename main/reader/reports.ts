import { reportFileName, reportFormats } from '../../scanner/report.ts'
import { readCalibration } from '../../scanner/store/calibration.ts'
import { notFound } from '../service/failures.ts'
import type { Implementer } from '../service/implementer.ts'
import { scanIn } from '../service/scans.ts'
import { bundleReport, writeBundleReport, type BundleReportOptions } from '../write-report.ts'
import type { ReaderParts } from './router.ts'

/** Reports are made of the whole evidence: seconds of work for a large one. */
export function reportsRouter(os: Implementer, { catalog, rulings, dataFolder, opened }: ReaderParts) {
  const dirOf = async (id: string): Promise<string> => scanIn(await catalog.scans(), id).dir
  /** A person has looked at the scan before, and its evidence is here. */
  const options = async (dir: string, format: string): Promise<BundleReportOptions> => {
    if (!reportFormats.includes(format))
      throw notFound('format', `There is no report format ${format}; there are ${reportFormats.join(', ')}.`)
    const scan = await opened.open(dir)
    const bundle = { assessment: scan.assessment, evidence: await scan.evidence() }
    const calibration = await readCalibration(dataFolder)
    return { format, rulings: (site) => rulings.standing(site), calibration, bundle }
  }
  return {
    formats: os.reports.formats.handler(() => reportFormats.map((id) => ({ id, extension: extensionOf(id) }))),
    render: os.reports.render.handler(async ({ input: { id, format } }) => {
      const dir = await dirOf(id)
      const content = await bundleReport(dir, await options(dir, format))
      const mediaType = MEDIA_TYPES[extensionOf(format)] ?? 'application/octet-stream'
      return { fileName: reportFileName(format), mediaType, file: new Blob([content], { type: mediaType }) }
    }),
    save: os.reports.save.handler(async ({ input: { id, format }, signal }) => {
      const dir = await dirOf(id)
      const wanted = await options(dir, format)
      return { path: await writeBundleReport(dir, { ...wanted, ...(signal ? { signal } : {}) }) }
    }),
  }
}

function extensionOf(format: string): string {
  return reportFileName(format).split('.').at(-1) ?? format
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  csv: 'text/csv',
  md: 'text/markdown',
  txt: 'text/plain',
  xml: 'application/xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
