import type { Page } from 'puppeteer-core'
import type { LentEyes } from '../browser/eyes.ts'
import { isPageTrouble } from '../browser/page-trouble.ts'
import type { Pen } from '../collectors/collector.ts'
import { measureBanner, studyPage, type BannerLayer } from '../consent.ts'
import type { ObservationKind } from '../model.ts'

/** Looks at banner and page as an interface, beside whatever the visitor does; what fails here costs only itself. */
export interface Studying {
  /** Measures each layer of the banner once in a journey, where it is first met. */
  study(layer: BannerLayer): Promise<void>
  /** Notes what the page offers about privacy, and what it keeps about consent. */
  onPage(page: Page, signal: AbortSignal, lent?: LentEyes): Promise<void>
}

export function keepStudying(pen: Pen, now: () => number): Studying {
  const known = new Set<number>()
  return {
    study: async ({ layer, seen: { cmp, place }, eyes }) => {
      if (known.has(layer)) return
      known.add(layer)
      if (place === null) {
        pen.gap('collector-failed', ['banner-interface'], `layer ${layer} of the banner could not be pointed at`)
        return
      }
      const keep = (png: Uint8Array): string => pen.keep(png, 'screenshot')
      await orGap(pen, ['banner-interface'], async () => {
        const fact = await measureBanner({ cmp, layer, place, eyes, keep })
        if (!fact) throw new Error('the banner had gone')
        pen.write(fact)
        if (fact.pictureSha256 !== null) {
          pen.write({ kind: 'screenshot', of: 'banner', path: '', sha256: fact.pictureSha256 })
        }
      })
    },
    onPage: (page, signal, lent) =>
      orGap(pen, ['privacy-controls', 'signal'], async () => {
        for (const fact of await studyPage(page, { now, signal, ...(lent && { lent }) })) pen.write(fact)
      }),
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
