import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'

/** Made by the reader; a preview is kept here, where the pages come from. */
export function reportsRouter(os: Implementer, { previews, reader }: ServiceParts) {
  return {
    formats: os.reports.formats.handler(() => reader.ask((read) => read.reports.formats())),
    render: os.reports.render.handler(({ input, signal }) =>
      reader.ask((read, when) => read.reports.render(input, when), signal),
    ),
    preview: os.reports.preview.handler(async ({ input, signal }) => {
      const { mediaType, file } = await reader.ask((read, when) => read.reports.render(input, when), signal)
      return { path: previews.keep({ mediaType, bytes: new Uint8Array(await file.arrayBuffer()) }) }
    }),
    save: os.reports.save.handler(({ input, signal }) =>
      reader.ask((read, when) => read.reports.save(input, when), signal),
    ),
  }
}
