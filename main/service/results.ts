import { layout } from '../../scanner/store/layout.ts'
import type { Implementer } from './implementer.ts'
import { notFound } from './failures.ts'
import { namedFile } from './named-file.ts'
import type { ServiceParts } from './parts.ts'
import { pictureUrl } from './picture-url.ts'
import { resultOf } from './result-view.ts'
import { scanIn } from './scans.ts'

/** What is small is answered here; for what asks for the evidence, the reader is asked in turn. */
export function resultsRouter(os: Implementer, { catalog, judged, reader }: ServiceParts) {
  const dirOf = async (id: string): Promise<string> => scanIn(await catalog.scans(), id).dir

  return {
    open: os.results.open.handler(async ({ input: { id } }) => {
      const dir = await dirOf(id)
      // Read meanwhile, on another processor: the next click asks for the evidence. A failure is told then.
      void reader.ask((read) => read.results.pictures({ id })).catch(() => undefined)
      return resultOf(id, await judged.open(dir))
    }),
    cell: os.results.cell.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.cell(input, when), signal),
    ),
    finding: os.results.finding.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.finding(input, when), signal),
    ),
    sightings: os.results.sightings.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.sightings(input, when), signal),
    ),
    observations: os.results.observations.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.observations(input, when), signal),
    ),
    observation: os.results.observation.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.observation(input, when), signal),
    ),
    effects: os.results.effects.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.effects(input, when), signal),
    ),
    consent: os.results.consent.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.consent(input, when), signal),
    ),
    pictures: os.results.pictures.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.pictures(input, when), signal),
    ),
    verification: os.results.verification.handler(({ input, signal }) =>
      reader.ask((read, when) => read.results.verification(input, when), signal),
    ),
    picture: os.results.picture.handler(async ({ input: { id, path } }) => {
      const url = await pictureUrl(await dirOf(id), path)
      if (url === null) throw notFound('picture', `There is no picture ${path} in this scan.`)
      return { url }
    }),
    body: os.results.body.handler(async ({ input: { id, sha256 } }) => {
      const bytes = await namedFile(await dirOf(id), `${layout.bodies}/${sha256}`)
      if (!bytes) throw notFound('body', `There is no ${layout.bodies}/${sha256} in this scan.`)
      return bodyView(bytes)
    }),
  }
}

function bodyView(bytes: Uint8Array): { readonly text: string; readonly bytes: number; readonly isText: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes: bytes.length, isText: true }
  } catch {
    return { text: Buffer.from(bytes).toString('base64'), bytes: bytes.length, isText: false }
  }
}
