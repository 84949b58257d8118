import { unreadable, type Reading, type Signal } from './signal.ts'

export interface DmaReading extends Reading {
  /** Whether Google's tag holds the visitor to be where the Digital Markets Act applies. */
  readonly applies: boolean
}

/** Google on a request: whether the Digital Markets Act applies. No consent of its own; it says what `dma_cps` is for. */
export const dma: Signal<DmaReading> = {
  standard: 'dma',
  title: 'Google Digital Markets Act flag (dma)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'dma', host: /./ }],
  decode: (raw) =>
    /^[01]$/.test(raw)
      ? { ok: true, value: { says: 'unset', granted: [], denied: [], applies: raw === '1' } }
      : unreadable('neither 0 nor 1'),
}
