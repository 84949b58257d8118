import type { Page } from 'puppeteer-core'
import { withEyes, type EyesOptions } from '../browser/eyes.ts'

/** What the page says in visible words about a Global Privacy Control signal it has met; `null` when it says nothing. */
export function gpcNotice(page: Page, options: EyesOptions): Promise<string | null> {
  return withEyes(page, options, async (eyes) => {
    for (const frame of await eyes.frames()) {
      const notice = await frame.run(noticeIn)
      if (notice) return notice
    }
    return null
  })
}

/** Runs in the page, in our world. */
function noticeIn(): string | null {
  // 11 CCR 7025(c)(6) gives "Opt-Out Request Honored" as an example.
  const SPEAKS =
    /global privacy control|\bGPC\b|opt-?out (preference )?(signal|request)s? (is |was |has been |have been )?(detected|honou?red|recogni[sz]ed|received|respected)/i
  const texts = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text
    if (!SPEAKS.test(data) || !parentElement) continue
    if (parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
      return data.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
    }
  }
  return null
}
