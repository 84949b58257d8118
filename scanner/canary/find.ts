import type { CanaryEncoding, CanaryValue } from '../model.ts'
import { layersOf, type Layers } from './layers.ts'
import type { Needle } from './needles.ts'

export interface Found {
  readonly what: CanaryValue
  readonly clickId: string | null
  readonly encoding: CanaryEncoding
}

/** Every value of the canary's in a text: once in the clearest form it has there, and once for each digest of it. */
export function findIn(text: string, needles: readonly Needle[]): readonly Found[] {
  const layers = layersOf(text)
  const everything = [layers.raw, layers.decoded, ...layers.inside].join('\n')
  const lower = everything.toLowerCase()
  const hasDigests = /[0-9a-f]{32}|[A-Za-z0-9+/_-]{22}/i.test(everything)
  return needles.flatMap(({ what, clickId, text: value, digests }) => {
    const legible = lower.includes(value.toLowerCase()) ? legibleForm(layers, value) : null
    const hashed = hasDigests
      ? digests.filter((each) => (each.encoding.endsWith('-hex') ? lower : everything).includes(each.text))
      : []
    const encodings = new Set([...(legible ? [legible] : []), ...hashed.map(({ encoding }) => encoding)])
    return [...encodings].map((encoding) => ({ what, clickId, encoding }))
  })
}

function legibleForm({ raw, decoded, inside }: Layers, value: string): CanaryEncoding | null {
  const folded = value.toLowerCase()
  if (raw.includes(value)) return 'plain'
  if (raw.toLowerCase().includes(folded)) return 'case-folded'
  if (decoded.toLowerCase().includes(folded)) return 'url'
  return inside.some((text) => text.toLowerCase().includes(folded)) ? 'base64' : null
}
