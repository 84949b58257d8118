/** What a home-made banner or an imitation is drawn from; all of it is data. */

import type { Purpose } from '../model.ts'

export interface BannerScript {
  /** Where it is put. In a frame its markup comes from the address given by `frames`. */
  readonly place: 'page' | 'open-shadow' | 'closed-shadow' | 'frame'
  /** Markup of the element it is put into, e.g. `<div id="onetrust-consent-sdk"></div>`; `null`: the body itself. */
  readonly root: string | null
  readonly css: string
  readonly layers: Readonly<Record<Layer, string>>
  /** Of a banner in frames: the address of each layer. */
  readonly frames: Readonly<Record<Layer, string>> | null
  readonly presses: readonly Press[]
  /** The switch of each purpose on the second layer. */
  readonly switches: Readonly<Partial<Record<Purpose, string>>>
  /** Written with every decision. */
  readonly stores: readonly Store[]
  /** Written when the page is first seen, before any decision. */
  readonly storesBefore: readonly Store[]
  readonly recalls: Recall | null
  readonly quirks: Quirks
}

export type Layer = 'first' | 'second'

export interface Press {
  readonly on: string
  /** `save-unless`: what is switched on is refused. `switches-off`: nothing is saved by it. */
  readonly does:
    'accept' | 'reject' | 'save' | 'save-unless' | 'switches-off' | 'open' | 'close' | 'decoy' | 'leave' | 'pay'
}

/** A cookie or an item. Templates: `[[analytics?yes:no]]` by what is allowed, `[[iso]]`, `[[ms]]`, `[[uuid]]`. */
export interface Store {
  readonly area: 'cookie' | 'local' | 'session'
  readonly name: string
  readonly value: string
  readonly days: number
  /** How the filled value is written down. */
  readonly encode: 'none' | 'uri' | 'base64'
}

/** How the page reads its own record: which text in it says yes to a purpose. */
export interface Recall {
  readonly area: 'cookie' | 'local'
  readonly name: string
  readonly yes: Readonly<Partial<Record<Purpose, string>>>
  /** Only then is it a decision; some records begin before. */
  readonly onlyIf: string | null
  readonly isBase64?: true
}

/** What makes a banner hard to use; nothing of it unless said. */
export interface Quirks {
  readonly showsAfterMs?: number
  readonly showsOnScroll?: true
  /** The buttons are drawn this long before they work. */
  readonly worksAfterMs?: number
  /** Jumps aside this often, one second after it was drawn. */
  readonly moves?: number
  /** Reloads the page after every refusal, and again and again. */
  readonly reloadsForEver?: true
  /** Reloads the page once after a decision. */
  readonly reloads?: true
  /** Nothing is kept and nothing is told: the banner only goes away. */
  readonly forgets?: true
  /** Counts only what real input did (CCM19 does). */
  readonly wantsTrusted?: true
  /** An overlay lies above the banner for this long. */
  readonly coveredMs?: number
  /** A `dialog` that is opened as a modal one. */
  readonly isModal?: true
  readonly hidesFromBots?: true
  /** Shows although the answer is known. */
  readonly asksAgain?: true
  /** A refusal is written down as an agreement. */
  readonly lies?: true
}
