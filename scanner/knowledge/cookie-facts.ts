import type { Category } from '../model.ts'

/** What public cookie lists say of a name: weaker than our records, stronger than the owner of a host. */
export interface CookieFact {
  /** Exact, or with `*`. */
  readonly name: string
  readonly vendor: { readonly id: string; readonly name: string }
  readonly category: Category
  readonly hosts: readonly string[]
  readonly source: string
}

/** Empty until the two packages that carry such lists are dependencies of the build. */
export function cookieFacts(): readonly CookieFact[] {
  return []
}
