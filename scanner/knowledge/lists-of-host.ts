import type { Knowledge } from './answers.ts'

/** The user's lists that a host is on as a whole: what stores something is named by no address. */
export function listsOfHost(knowledge: Knowledge, host: string): readonly string[] {
  return host === '' ? [] : knowledge.lists({ url: `https://${host}/`, resourceType: 'other', page: null })
}
