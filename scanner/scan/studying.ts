import type { Page } from 'puppeteer-core'
import type { LentEyes } from '../browser/eyes.ts'
import { isPageTrouble } from '../browser/page-trouble.ts'
import type { Pen } from '../collectors/collector.ts'
import { measureBanner, studyPage, type BannerLayer } from '../consent.ts'
import type { ObservationKind } from '../model.ts'
import type { DraftPen } from './draft-pen.ts'

/** Looks at banner and page as an interface, beside whatever the visitor does; what fails here costs only itself. */
export interface Studying {
  /** Measures each layer of the banner once in a journey, where it is first met. */
  study(layer: BannerLayer, draft?: DraftPen): Promise<void>
  /** Notes what the page offers about privacy, and what it keeps about consent. */
  onPage(page: Page, signal: AbortSignal, how?: StudyHow): Promise<void>
}

export interface StudyHow {
  readonly lent?: LentEyes
  /** Where it is noted; without, it is told at once. */
  readonly draft?: DraftPen
}

export function keepStudying(pen: Pen, now: () => number): Studying {
  const known = new Set<number>()
  return {
    study: async ({ layer, seen: { cmp, place }, eyes }, draft) => {
      if (known.has(layer)) return
      const to = draft?.pen ?? pen
      if (draft) draft.whenTold(() => known.add(layer))
      else known.add(layer)
      if (place === null) {
        to.gap('collector-failed', ['banner-interface'], `layer ${layer} of the banner could not be pointed at`)
        return
      }
      const keep = (png: Uint8Array): string => to.keep(png, 'screenshot')
      await orGap(to, ['banner-interface'], async () => {
        const fact = await measureBanner({ cmp, layer, place, eyes, keep })
        if (!fact) throw new Error('the banner had gone')
        to.write(fact)
        if (fact.pictureSha256 !== null) {
          to.write({ kind: 'screenshot', of: 'banner', path: '', sha256: fact.pictureSha256 })
        }
      })
    },
    onPage: async (page, signal, { lent, draft } = {}) => {
      const to = draft?.pen ?? pen
      await orGap(to, ['privacy-controls', 'signal'], async () => {
        for (const fact of await studyPage(page, { now, signal, ...(lent && { lent }) })) to.write(fact)
      })
    },
  }
}

async function orGap(pen: Pen, blinds: readonly ObservationKind[], look: () => Promise<void>): Promise<void> {
  try {
    await look()
  } catch (reason) {
    if (!isPageTrouble(reason)) throw reason
    pen.gap('collector-failed', blinds, `nobody could measure it: ${String(reason)}`)
  }
}
