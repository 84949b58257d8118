/** What a document carries besides what it sends and stores: traces by which a vendor is known that keeps silent. */

/** The traces in one frame at the end of a step. Names and addresses only; what a visitor typed is not read. */
export interface PageMarksFact {
  readonly kind: 'page-marks'
  /** Address of the frame's document. */
  readonly url: string
  /** The page itself, not a frame in it. */
  readonly isTop: boolean
  /** Names the page's scripts have put on its window. */
  readonly globals: readonly string[]
  /** Elements that a vendor's snippet may have left: with an id, data attributes or an address of their own. */
  readonly elements: readonly MarkedElement[]
  /** Every class name in the document. */
  readonly classes: readonly string[]
  readonly inlineScripts: readonly InlineScript[]
  /** There was more than is told. */
  readonly isCut: boolean
}

export interface MarkedElement {
  readonly tag: string
  readonly id: string | null
  readonly classes: readonly string[]
  /** `src`, `href`, `name`, `http-equiv` and `data-*`, shortened. */
  readonly attributes: Readonly<Record<string, string>>
}

export interface InlineScript {
  /** Of its text as far as it was read. */
  readonly sha256: string
  /** Characters in all. */
  readonly length: number
  /** Names, ids and addresses in it, each once, in the order in which they first stand there. */
  readonly words: readonly string[]
}
