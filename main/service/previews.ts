/** A report made for looking at. */
export interface Preview {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Previews {
  /** Keeps it for a while, and says under which name the host answers with it. */
  keep(preview: Preview): string
  /** `null` when there is none of that id (any more). */
  get(id: string): Preview | null
}

/** The latest few. Whoever knows the name may look: a frame can show no token. */
export function openPreviews(newId: () => string): Previews {
  const kept = new Map<string, Preview>()
  return {
    keep(preview) {
      const id = newId()
      kept.set(id, preview)
      for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
      return `/preview/${id}`
    },
    get: (id) => kept.get(id) ?? null,
  }
}

const MOST_KEPT = 5
