/** The SHA-256 that a body or a picture of a bundle is named by, or its beginning; `null` for any other file. */
export function hashInName(path: string): string | null {
  return NAMED.exec(path)?.[1] ?? null
}

const NAMED = /^(?:bodies\/|screenshots\/.*-)([0-9a-f]{12,64})(?:\.png)?$/
