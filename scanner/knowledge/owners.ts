import type { Category } from '../model.ts'

/** Who a host belongs to according to a public list; the category is left open unless the list's own word for it is plain. */
export interface Owner {
  readonly id: string
  readonly name: string
  readonly category: Category
  readonly hosts: readonly string[]
  readonly source: string
}

/** The part of third-party-web's entity list that we read. */
export interface Entity {
  readonly name: string
  readonly category: string
  readonly domains: readonly string[]
}

export function ownersOf(entities: readonly Entity[], source: string): readonly Owner[] {
  return entities.map(({ name, category, domains }) => ({
    id: slugOf(name),
    name,
    category: PLAIN_WORDS[category] ?? 'unclassified',
    hosts: domains,
    source,
  }))
}

/** Its `utility`, `cdn`, `hosting`, `tag-manager`, `video` and `other` hide trackers (Clarity is a `utility`), so they say nothing. */
const PLAIN_WORDS: Readonly<Record<string, Category>> = {
  ad: 'marketing',
  social: 'marketing',
  marketing: 'marketing',
  analytics: 'analytics',
  'consent-provider': 'necessary',
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
