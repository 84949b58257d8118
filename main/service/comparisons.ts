import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'

/** Both scans are read and judged by the reader, so that nobody waits for it who asks for something else. */
export function comparisonsRouter(os: Implementer, { reader }: Pick<ServiceParts, 'reader'>) {
  return {
    of: os.comparisons.of.handler(({ input, signal }) =>
      reader.follow((read, when) => read.comparisons.of(input, when), signal),
    ),
    cell: os.comparisons.cell.handler(({ input, signal }) =>
      reader.ask((read, when) => read.comparisons.cell(input, when), signal),
    ),
  }
}
