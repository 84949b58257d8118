import type { ObservationKind } from '../model.ts'
import { observationKind } from '../store/schemas/gap.ts'

/** What is lost when a whole page is: the list is the public format's, so that no new kind can be forgotten here. */
export const everyKind: readonly ObservationKind[] = observationKind.options
