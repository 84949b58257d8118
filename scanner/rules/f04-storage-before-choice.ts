import { storedDraft, storedItems } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Something that would normally need consent was kept in web storage, a database or a cache before the choice. */
export const storageBeforeChoice: Rule = {
  id: 'F04',
  title: 'Browser storage before any choice',
  law: ['ePrivacy Directive Art. 5(3): any storage on the device, not only cookies', 'GDPR Art. 6(1)(a)'],
  severity: 'high',
  states: ['no-choice'],
  asked: 'each',
  needs: ['storage-write', 'storage'],
  holds: said`nothing that would normally need consent was kept in browser storage`,
  evaluate: (sightings, context) =>
    storedItems(sightings, context)
      .map((items) => storedDraft(context, items, items.some(({ identifier }) => identifier) ? null : 'medium'))
      .filter((draft) => draft !== null),
}
