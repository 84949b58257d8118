import type { Eyes, Frame, OurWorld } from '../cmps/cmp.ts'
import { consentStems, FOLDED } from '../cmps/words/meaning.ts'

/** What a quick look over the whole page shows. */
export interface Glance {
  /** Frames in which something visible could be a consent banner. */
  readonly suspects: readonly Frame[]
  /** How much longer, in ms, a banner may be expected: 0 without any sign that the page holds one back. */
  readonly expectsMs: number
}

/**
 * Decides whether looking closer is worth its cost: visible words of consent that stand over the page, or something
 * visible that is called after it. Sees more than there is, never less.
 */
export async function glanceAt(eyes: Eyes): Promise<Glance> {
  const frames = await eyes.frames()
  const seen = await Promise.all(
    frames.map(async (frame) => {
      const first = await frame.run(glance, !frame.isMain, consentStems, FOLDED)
      if (!first || first.isSuspect || !first.hasClosed) return { frame, seen: first }
      await frame.reveal()
      return { frame, seen: await frame.run(glance, !frame.isMain, consentStems, FOLDED) }
    }),
  )
  const shown = await Promise.all(
    seen.map(async ({ frame, seen: here }) => here?.isSuspect === true && (frame.isMain || (await frame.isShown()))),
  )
  const main = seen[0]?.seen
  return {
    suspects: seen.filter((_, index) => shown[index]).map(({ frame }) => frame),
    expectsMs: main?.hasSigns ? Math.max(0, LATEST_MS - main.ageMs) : 0,
  }
}

/** Some banners wait six seconds after the page has begun. */
const LATEST_MS = 7_500

interface Glanced {
  readonly isSuspect: boolean
  /** Something shows that is drawn by no element that can be seen: a closed shadow root. */
  readonly hasClosed: boolean
  /** A hidden banner, or a script that is likely to bring one. */
  readonly hasSigns: boolean
  /** Since the document began. */
  readonly ageMs: number
}

/** Runs in the page, in our world. */
function glance(isFramed: boolean, stems: string, folded: Readonly<Record<string, string>>): Glanced {
  const WORDS = new RegExp(stems, 'u')
  const revealed = (globalThis as OurWorld).tagtrailRoots
  const NAMES = ['cookie', 'consent', 'gdpr', 'dsgvo', 'rgpd', 'ccpa', 'privacy', 'cmp', 'tracking']
    .flatMap((name) => ['id', 'class', 'aria-label'].map((attribute) => `[${attribute}*=${name} i]`))
    .join()
  const DIALOGS = 'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true], [popover]:popover-open'
  const BUTTONS = 'button, input, [role=button], [onclick], [class*=btn], [class*=button]'
  const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'BUTTON', 'OPTION'])
  const SCRIPTS =
    /consent|cookie|cmp\b|gdpr|onetrust|didomi|usercentrics|sourcepoint|privacy-mgmt|trust(arc|e)|iubenda|quantcast|termly|osano|axeptio|complianz|klaro|tarteaucitron/i
  const TALK = /\bcookies\b|(cookie|consent|gdpr)[-_ ]?(banner|notice|bar|popup|wall|manager|law|box|modal)|__tcfapi/i

  const isVisible = (element: Element): boolean => {
    const { width, height, bottom, right, top, left } = element.getBoundingClientRect()
    if (width <= 1 || height <= 1 || bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) return false
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  /** What stands over the page around this element; in a frame that is all of it. */
  const standing = (element: Element): Element | null => {
    let at: Element | null = element
    while (at && at !== document.body) {
      const { position, zIndex } = getComputedStyle(at)
      if (position === 'fixed' || position === 'sticky' || (position === 'absolute' && Number(zIndex) >= 10)) return at
      if (at.matches(DIALOGS) || (at.matches(NAMES) && isVisible(at))) return at
      const root = at.getRootNode()
      at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
    }
    return isFramed ? document.body : null
  }
  const plain = (text: string): string => {
    const lower = text.toLowerCase()
    if (/^[ -~\s]*$/.test(lower)) return lower
    const letters = lower.normalize('NFD').replaceAll(/\p{M}/gu, '')
    return letters.replaceAll(/[łøđıßæœς]/g, (letter) => folded[letter] ?? letter)
  }
  const speaks = (root: Node): boolean => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode as Text
      if (data.length < 4 || (parentElement && SILENT.has(parentElement.tagName)) || !WORDS.test(plain(data))) continue
      const box = parentElement && isVisible(parentElement) ? standing(parentElement) : null
      // A menu that stays in sight names the privacy policy; a banner says more, or has a button.
      if (box && (data.trim().length > 25 || (box.shadowRoot ?? revealed?.get(box)) || box.querySelector(BUTTONS)))
        return true
    }
    return false
  }

  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      const shadow = element.shadowRoot ?? revealed?.get(element)
      if (shadow) roots.push(shadow)
    }
  }
  const named = roots
    .flatMap((root) => [...root.querySelectorAll(NAMES)])
    .filter((element) => element !== document.documentElement && element !== document.body)
  // A link in the footer may be called "privacy", too; a banner has something to press in it.
  const isNamed = named.some(
    (element) => !element.matches('a, button, input, label, svg *') && isVisible(element) && standing(element) !== null,
  )
  const dialogs = roots.flatMap((root) => [...root.querySelectorAll(DIALOGS)])
  const isSuspect = isNamed || dialogs.some(isVisible) || roots.some((root) => speaks(root))
  const hasSigns =
    named.some((element) => !isVisible(element) && element.querySelector('a, button, input') !== null) ||
    [...document.scripts].some(({ src, text }) => (src ? SCRIPTS.test(src) : TALK.test(text.slice(0, 50_000))))
  const drawn = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].flatMap((across) =>
    [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].map((down) =>
      document.elementFromPoint(innerWidth * across, innerHeight * down),
    ),
  )
  const hasClosed = drawn.some(
    (element) =>
      element !== null &&
      element.childNodes.length === 0 &&
      element.shadowRoot === null &&
      revealed?.has(element) !== true &&
      !element.matches('img, video, canvas, iframe, input, textarea, select, embed, object, hr, svg, svg *'),
  )
  return { isSuspect, hasClosed, hasSigns, ageMs: Number(document.timeline.currentTime) }
}
