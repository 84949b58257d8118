/** Reads one consent signal. Malformed input is an answer, never an exception. */
export interface Signal<D = unknown> {
  readonly standard: string
  decode(raw: string): Decoded<D>
}

export type Decoded<D> = { readonly ok: true; readonly value: D } | { readonly ok: false; readonly reason: string }
