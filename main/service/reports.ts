import { reportFileName, reportFormats } from '../../scanner/report.ts'
import { readCalibration } from '../../scanner/store/calibration.ts'
import { bundleReport, writeBundleReport } from '../write-report.ts'
import { notFound } from './failures.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'
import { scanIn } from './scans.ts'

export function reportsRouter(os: Implementer, { catalog, previews, rulings, dataFolder }: ServiceParts) {
  const dirOf = async (id: string): Promise<string> => scanIn(await catalog.scans(), id).dir
  const known = (format: string): string => {
    if (reportFormats.includes(format)) return format
    throw notFound('format', `There is no report format ${format}; there are ${reportFormats.join(', ')}.`)
  }
  const options = async (format: string) => ({
    format: known(format),
    rulings: (site: string) => rulings.standing(site),
    calibration: await readCalibration(dataFolder),
  })
  return {
    formats: os.reports.formats.handler(() => reportFormats.map((id) => ({ id, extension: extensionOf(id) }))),
    render: os.reports.render.handler(async ({ input }) => {
      const wanted = await options(input.format)
      const content = await bundleReport(await dirOf(input.id), wanted)
      const { format } = wanted
      const mediaType = MEDIA_TYPES[extensionOf(format)] ?? 'application/octet-stream'
      return { fileName: reportFileName(format), mediaType, file: new Blob([content], { type: mediaType }) }
    }),
    preview: os.reports.preview.handler(async ({ input }) => {
      const wanted = await options(input.format)
      const content = await bundleReport(await dirOf(input.id), wanted)
      const mediaType = MEDIA_TYPES[extensionOf(wanted.format)] ?? 'text/plain'
      return { path: previews.keep({ mediaType, bytes: Buffer.from(content) }) }
    }),
    save: os.reports.save.handler(async ({ input }) => {
      return { path: await writeBundleReport(await dirOf(input.id), await options(input.format)) }
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
