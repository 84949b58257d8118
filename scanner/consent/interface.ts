import type { PageEyes } from '../browser/eyes.ts'
import { callIn, ownerOf, standOf, type IsolatedFrame, type Stand } from '../browser/isolated-frame.ts'
import type { ElementRef } from '../cmps/cmp.ts'
import type { BannerInterfaceFact, InterfaceControl, Rect } from '../model.ts'
import { hexOf } from './interface/colour.ts'
import { contrastRatio, seenThrough, type Paint } from './interface/contrast.ts'
import { layoutOf, type LaidControl, type Layout } from './interface/in-page.ts'
import { surroundingsOf, type Surroundings } from './interface/surroundings.ts'
import { legalLink, meaningOf, saysLegitimateInterest, saysNecessary } from './interface/wording.ts'

export interface BannerToMeasure {
  readonly cmp: string
  /** 1 is what the visitor meets, 2 what opening the settings brings up. */
  readonly layer: number
  readonly place: ElementRef
  readonly eyes: PageEyes
  /** Keeps the picture of the banner and returns its SHA-256; without it none is taken. */
  readonly keep?: (png: Uint8Array) => string
}

/**
 * Measures one layer of a banner as a visitor sees it: what can be pressed, how large and how legible it is, what is
 * switched on, and whether the page can be used beside it. Reads, never touches. `null` when the banner has gone.
 */
export async function measureBanner(banner: BannerToMeasure): Promise<BannerInterfaceFact | null> {
  const { cmp, layer, place, eyes, keep } = banner
  const frames = await eyes.isolated.list()
  const frame = frames.find(({ id }) => id === place.frame.id)
  if (!frame) return null
  const layout = await frame.run(layoutOf, place.key)
  if (!layout) return null
  const shift = await shiftOf(frame)
  const around = await surroundings(frame, layout, shift)
  if (!around) return null
  const rect = shift(layout.box)
  const inSight = clipped(rect, around.viewport)
  return {
    kind: 'banner-interface',
    cmp,
    layer,
    text: layout.text,
    rect,
    viewport: around.viewport,
    viewportShare: rounded((inSight.width * inSight.height) / (around.viewport.width * around.viewport.height), 3),
    blocking: {
      modal: layout.isModal || around.isInert,
      veiled: rounded(around.veiled, 2),
      scrollLocked: around.scrollLocked,
    },
    controls: layout.controls.map((control) => measured(control, shift)),
    toggles: layout.toggles.map(({ label, isOn, isLocked, rect: at }) => ({
      label,
      isOn,
      isLocked,
      saysNecessary: saysNecessary(label),
      saysLegitimateInterest: saysLegitimateInterest(label),
      rect: shift(at),
    })),
    links: layout.controls.flatMap(({ text, url }) => (url === null ? [] : (legalLink(text, url) ?? []))),
    pictureSha256: keep ? await picture(eyes, inSight, around, keep) : null,
  }
}

type Shift = (rect: Rect) => Rect

/** From the coordinates of a frame to those of the page's viewport. */
async function shiftOf(frame: IsolatedFrame): Promise<Shift> {
  const stands: Stand[] = []
  for (let at = frame; at.parent; at = at.parent) stands.push(await standOf(at.id, at.parent))
  return (rect) => {
    const moved = stands.reduce(
      ({ x, y, width, height }, stand) => ({
        x: stand.x + x * stand.scale,
        y: stand.y + y * stand.scale,
        width: width * stand.scale,
        height: height * stand.scale,
      }),
      rect,
    )
    return {
      x: rounded(moved.x, 1),
      y: rounded(moved.y, 1),
      width: rounded(moved.width, 1),
      height: rounded(moved.height, 1),
    }
  }
}

/** A frame is to the page what the banner's box is to its own document. */
async function surroundings(frame: IsolatedFrame, layout: Layout, shift: Shift): Promise<Surroundings | null> {
  let [at, key] = [frame, layout.boxKey]
  for (; at.parent; at = at.parent) key = await keyOfOwner(at, at.parent)
  return at.run(surroundingsOf, key, shift(layout.box))
}

async function keyOfOwner({ id }: IsolatedFrame, parent: IsolatedFrame): Promise<number> {
  return callIn(parent.session, { objectId: await ownerOf(id, parent) }, remember, [])
}

/** Runs in the page, in our world. */
function remember(this: unknown): number {
  const seen = ((globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ??= [])
  return seen.push(this as Element) - 1
}

function measured(control: LaidControl, shift: Shift): InterfaceControl {
  const { text, role, rect, inView, fontSizePx, fontWeight, underlined, focusPlace, paints, own } = control
  const within = seenThrough(paints, control.textColour)
  const around = seenThrough(paints.slice(own))
  const fill = within.background && around.background ? contrastRatio(within.background, around.background) : null
  const border = control.border && {
    widthPx: control.border.widthPx,
    colour: hexIn(seenThrough(paints.slice(own), control.border.colour).text),
  }
  return {
    text,
    meaning: meaningOf(text),
    role,
    looks: looksLikeButton(control, fill) ? 'button' : 'link',
    rect: shift(rect),
    inView,
    fontSizePx,
    fontWeight,
    textColour: hexIn(within.text),
    background: hexIn(within.background),
    contrast: within.text && within.background ? rounded(contrastRatio(within.text, within.background), 2) : null,
    fillContrast: fill === null ? null : rounded(fill, 2),
    unknownBecause: within.because ?? around.because,
    border: border && border.colour === hexIn(around.background) ? null : border,
    underlined,
    focusPlace,
  }
}

/** Has a box around it that differs from what it stands on, or a picture for one. */
function looksLikeButton({ paints, own, border }: LaidControl, fill: number | null): boolean {
  const isPainted = ({ hasImage, background }: Paint): boolean => hasImage || !/^rgba\(.*, 0\)$/.test(background)
  if (border !== null) return true
  return fill === null ? paints.slice(0, own).some(isPainted) : fill >= 1.05
}

const hexIn = (colour: Parameters<typeof hexOf>[0] | null): string | null => (colour ? hexOf(colour) : null)

function clipped({ x, y, width, height }: Rect, viewport: Surroundings['viewport']): Rect {
  const [left, top] = [Math.max(0, x), Math.max(0, y)]
  const [right, bottom] = [Math.min(viewport.width, x + width), Math.min(viewport.height, y + height)]
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
}

/** The browser counts from the top of the document, not of the viewport. */
async function picture(
  { isolated }: PageEyes,
  { x, y, width, height }: Rect,
  { scroll }: Surroundings,
  keep: (png: Uint8Array) => string,
): Promise<string | null> {
  if (width < 1 || height < 1) return null
  const clip = { x: x + scroll.x, y: y + scroll.y, width, height, scale: 1 }
  const { data } = await isolated.session.send('Page.captureScreenshot', { format: 'png', clip })
  return keep(Buffer.from(data, 'base64'))
}

function rounded(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places
}
