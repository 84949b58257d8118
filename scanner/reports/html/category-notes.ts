import { html, type SafeHtml } from '@remix-run/html-template'
import type { Sighting } from '../../model.ts'
import { compareText } from '../matrix-layout.ts'
import { shown } from './text.ts'

/** What stands below a category: that the user has set it, and the user's lists, which decide no category. */
export function categoryNotes(sightings: readonly Sighting[]): SafeHtml | null {
  const lists = [...new Set(sightings.flatMap((sighting) => sighting.lists))].toSorted(compareText)
  const notes = [
    ...(sightings.some(({ source }) => source.includes(SET_BY_YOU)) ? [SET_BY_YOU] : []),
    ...lists.map((list) => `on list ${shown(list, 80)}`),
  ]
  return notes.length === 0 ? null : html` <span class="quiet">${notes.join(', ')}</span>`
}

/** As the knowledge writes it into the source of such an answer. */
const SET_BY_YOU = 'category set by you'
