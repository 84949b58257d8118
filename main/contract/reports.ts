import { type } from '@orpc/contract'
import * as z from 'zod'
import { id, procedure } from './procedure.ts'

const wanted = z.object({ id, format: z.string().max(50) })

/** Reports: the result of a scan as a document. */
export const reports = {
  formats: procedure.output(type<readonly ReportFormatView[]>()),
  /** The document itself, for a preview or to be saved by the window. */
  render: procedure.input(wanted).output(type<RenderedReport>()),
  /** Makes it for a frame of the window: `<iframe src={path} sandbox="" />`. For `html` alone. */
  preview: procedure.input(wanted).output(type<{ readonly path: string }>()),
  /** Writes it beside the evidence, and says where. */
  save: procedure.input(wanted).output(type<{ readonly path: string }>()),
}

export interface ReportFormatView {
  readonly id: string
  /** Without the dot. */
  readonly extension: string
}

export interface RenderedReport {
  readonly fileName: string
  readonly mediaType: string
  readonly file: Blob
}
