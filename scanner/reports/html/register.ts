import { html, type SafeHtml } from '@remix-run/html-template'
import type { Moment, ObservationOf, Sighting } from '../../model.ts'
import { lifetime } from '../../words.ts'
import { compareText } from '../matrix-layout.ts'
import { CATEGORIES, PARTY_NAMES, STATE_NAMES } from '../names.ts'
import { categoryNotes } from './category-notes.ts'
import { AREA_NAMES, momentsOf, stateNames, type Reading, type VendorReading } from './reading.ts'
import { categoryChip, foreign, moreInBundle, shown } from './text.ts'

/** Every cookie and storage key that was seen, once, with what is known of it. */
export function register(reading: Reading): SafeHtml {
  const entries = reading.vendors.flatMap((vendor) => entriesOf(reading, vendor)).toSorted(byCategoryVendorName)
  if (entries.length === 0) return html`<p>No cookie and no storage key was seen in what could be observed.</p>`
  // What the matrix leads to, the first entry of each vendor, stands even where the list is cut.
  const firsts = new Set(new Map(entries.toReversed().map((entry) => [entry.vendor, entry])).values())
  const listed = entries.filter((entry, index) => index < MOST || firsts.has(entry))
  return html`<p class="quiet">
      Values are not shown. “Identifier” says that a value looks as if it singles out a visitor: long, random, no word,
      date or setting.
    </p>
    <div class="scroll">
      <table class="list register">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Vendor</th>
            <th scope="col">Category</th>
            <th scope="col">Kept for</th>
            <th scope="col">Lifetime</th>
            <th scope="col">Set by</th>
            <th scope="col">First seen</th>
            <th scope="col">States</th>
          </tr>
        </thead>
        <tbody>
          ${listed.map((entry) => rowOf(reading, entry, firsts.has(entry)))}
        </tbody>
      </table>
    </div>
    ${moreInBundle(entries.length, listed.length, 'assessment.json')}`
}

interface Entry {
  readonly vendor: VendorReading
  readonly sightings: readonly [Sighting, ...Sighting[]]
}

type Stored = ObservationOf<'cookie' | 'cookie-write' | 'storage' | 'storage-write'>

function rowOf(reading: Reading, { vendor, sightings }: Entry, isFirst: boolean): SafeHtml {
  const [main] = sightings
  const seen = reading.seen(sightings.flatMap(({ observations }) => observations)).filter(isStored)
  const first = firstOf(reading, sightings)
  return html`<tr${isFirst ? html` id="${vendor.anchor}-stored"` : null}>
    <td>
      ${foreign(main.item, 44)}<span class="quiet">${[placesOf(seen), sightings.some(({ identifier }) => identifier) ? 'identifier' : null].filter((part) => part !== null && part !== '').join(', ')}</span>
    </td>
    <td><a href="#${vendor.anchor}"><bdi>${shown(vendor.name, 40)}</bdi></a></td>
    <td>${categoryChip(main.category, main.disputed)}${categoryNotes(sightings)}</td>
    <td>${foreign(domainOf(seen) ?? main.host, 44)} <span class="quiet">${PARTY_NAMES[main.party]}</span></td>
    <td class="number">${lifetimeOf(seen)}</td>
    <td>${setterOf(seen)}</td>
    <td><bdi>${shown(reading.stepLabel(first.stepId))}</bdi><br /><span class="quiet">${STATE_NAMES[first.state]}</span></td>
    <td>${stateNames(
      reading,
      sightings.map(({ state }) => state),
    )}</td>
  </tr>`
}

function entriesOf(reading: Reading, vendor: VendorReading): readonly Entry[] {
  const entries = new Map<string, [Sighting, ...Sighting[]]>()
  for (const sighting of vendor.stored) {
    const family = sighting.kind.startsWith('cookie') ? 'cookie' : 'storage'
    const key = JSON.stringify([family, sighting.item, sighting.host])
    const known = entries.get(key)
    if (known) known.push(sighting)
    else entries.set(key, [sighting])
  }
  return [...entries.values()].map((sightings) => ({ vendor, sightings }))
}

function byCategoryVendorName(a: Entry, b: Entry): number {
  const [first, second] = [a.sightings[0], b.sightings[0]]
  return (
    CATEGORIES.indexOf(first.category) - CATEGORIES.indexOf(second.category) ||
    compareText(a.vendor.name, b.vendor.name) ||
    compareText(first.item, second.item) ||
    compareText(first.host, second.host)
  )
}

function firstOf(
  reading: Reading,
  sightings: readonly Sighting[],
): { readonly state: Moment; readonly stepId: string } {
  const moments = momentsOf(reading)
  const [first] = sightings.toSorted(
    (a, b) =>
      moments.indexOf(a.state) - moments.indexOf(b.state) || reading.stepOrder(a.stepId) - reading.stepOrder(b.stepId),
  )
  return first ?? { state: 'choosing', stepId: '' }
}

function isStored(seen: { readonly kind: string }): seen is Stored {
  return seen.kind.startsWith('cookie') || seen.kind.startsWith('storage')
}

/** `cookie, HttpOnly, SameSite=None`, or the storage area. */
function placesOf(seen: readonly Stored[]): string {
  const [first] = seen
  if (!first) return ''
  if (first.kind === 'storage' || first.kind === 'storage-write') return AREA_NAMES[first.area]
  const flags = [
    first.httpOnly ? 'HttpOnly' : null,
    first.secure ? 'Secure' : null,
    first.sameSite === null ? null : `SameSite=${first.sameSite}`,
    first.partitionKey === null ? null : 'partitioned',
  ]
  return ['cookie', ...flags.filter((flag) => flag !== null)].join(', ')
}

function domainOf([first]: readonly Stored[]): string | null {
  if (!first) return null
  return first.kind === 'storage' || first.kind === 'storage-write' ? first.origin : first.domain
}

/** The longest that was seen. */
function lifetimeOf(seen: readonly Stored[]): string {
  const [first] = seen
  if (!first) return '–'
  if (first.kind === 'storage' || first.kind === 'storage-write') return first.area === 'session' ? 'session' : 'no end'
  const days = seen.map((each) => ('lifetimeDays' in each ? (each.lifetimeDays ?? 0) : 0))
  const longest = Math.max(...days)
  return lifetime(longest > 0 ? longest : null)
}

/** Who wrote it, and whether a write was refused or deleted it again. */
function setterOf(seen: readonly Stored[]): string {
  const ways = new Set<string>()
  for (const each of seen) {
    if (each.kind === 'cookie-write') {
      if (each.effect === 'refused') ways.add('refused by the browser')
      else if (each.effect === 'deleted') ways.add('deleted again')
      else ways.add(each.setBy === 'http' ? 'HTTP answer' : 'script')
    }
    if (each.kind === 'storage-write') ways.add(each.effect === 'deleted' ? 'deleted again' : 'script')
  }
  return ways.size === 0 ? 'not seen' : [...ways].toSorted(compareText).join(', ')
}

const MOST = 400
