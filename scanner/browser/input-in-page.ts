/** What pressing needs to know inside a document; it lives in our world, where `prepareInput` puts it. */
export interface InputInPage {
  /** A point where the element stands still with nothing in front of it; `null` when there is none in time. */
  aim(
    key: number,
    withinMs: number,
  ): Promise<{ readonly x: number; readonly y: number; readonly scrolled: boolean } | null>
  /** Whether that point still shows the element after the page has painted twice. */
  holds(key: number, x: number, y: number): Promise<boolean>
  shows(element: Element, x: number, y: number): boolean
  /**
   * Takes back every press that would land on anything but the element before the page hears of it, and tells of one
   * that lands. Without a key nothing may be pressed in this document.
   */
  guard(word: string, key: number | null): void
  unguard(): void
  paint(): Promise<void>
}

export interface InputWorld {
  tagtrailSeen?: Element[]
  /** Closed shadow roots by their hosts. */
  tagtrailRoots?: WeakMap<Element, ShadowRoot>
  tagtrailTell?(text: string): void
  tagtrailInput?: InputInPage
}

/** Runs in the page, in our world. */
export function prepareInput(): void {
  const ours = globalThis as InputWorld
  let guarding = new AbortController()
  const elementOf = (key: number | null): Element | undefined => (key === null ? undefined : ours.tagtrailSeen?.[key])

  const shows = (element: Element, x: number, y: number): boolean => {
    let hit = document.elementFromPoint(x, y)
    for (;;) {
      const inner = (hit?.shadowRoot ?? (hit && ours.tagtrailRoots?.get(hit)))?.elementFromPoint(x, y)
      if (!inner || inner === hit) break
      hit = inner
    }
    let at: Node | null = hit
    while (at && at !== element) {
      at = at instanceof ShadowRoot ? at.host : ((at as Element).assignedSlot ?? at.parentNode)
    }
    return at === element
  }

  const pointIn = (element: Element, box: DOMRect): { x: number; y: number } | null => {
    const tries = [0.5, 0.25, 0.75, 0.1, 0.9].flatMap((across) =>
      [0.5, 0.25, 0.75].map((down) => [across, down] as const),
    )
    for (const [across, down] of tries) {
      const point = { x: box.left + box.width * across, y: box.top + box.height * down }
      if (shows(element, point.x, point.y)) return point
    }
    return null
  }

  const hostsOf = (element: Element | undefined): readonly Element[] => {
    const hosts: Element[] = []
    for (let root = element?.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
      hosts.push(root.host)
    return hosts
  }

  const isInView = ({ left, right, top, bottom }: DOMRect): boolean =>
    left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight

  const placeOf = ({ left, top, width, height }: DOMRect): string => `${left} ${top} ${width} ${height}`

  // Painting stops in a page that is not in front; a timer does not.
  const paint = (): Promise<void> =>
    new Promise((done) => {
      requestAnimationFrame(() => done())
      setTimeout(done, 100)
    })

  const aim: InputInPage['aim'] = async (key, withinMs) => {
    const element = elementOf(key)
    const limit = AbortSignal.timeout(withinMs)
    let before = ''
    let scrolled = false
    while (!limit.aborted) {
      if (!element?.isConnected) return null
      const first = element.getClientRects()[0]
      // What stands still and shows nothing of itself may be cut off by a box that scrolls around it.
      const isCutOff = first !== undefined && placeOf(first) === before && pointIn(element, first) === null
      if (first && (isCutOff || !isInView(first))) {
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
        // What is fixed to the window stays where it is.
        const now = element.getClientRects()[0]
        scrolled ||= now?.top !== first.top || now.left !== first.left
      }
      const box = element.getClientRects()[0]
      const place = box ? placeOf(box) : ''
      const point = box && place === before ? pointIn(element, box) : null
      if (point) return { ...point, scrolled }
      before = place
      await paint()
    }
    return null
  }

  const holds: InputInPage['holds'] = async (key, x, y) => {
    await paint()
    await paint()
    const element = elementOf(key)
    return element !== undefined && shows(element, x, y)
  }

  const guard: InputInPage['guard'] = (word, key) => {
    const element = elementOf(key)
    // A press on a label clicks its control as well.
    const control = element instanceof HTMLLabelElement ? element.control : null
    const hosts = hostsOf(element)
    const meet = (event: Event): void => {
      if (!event.isTrusted) return
      const path = event.composedPath()
      // A closed shadow root keeps to itself what was pressed in it.
      const isInside = (): boolean =>
        element !== undefined &&
        event instanceof MouseEvent &&
        hosts.some((host) => path[0] === host) &&
        shows(element, event.clientX, event.clientY)
      const lands = element && (path.includes(element) || (control !== null && path[0] === control) || isInside())
      if (!lands) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      ours.tagtrailTell?.(word + (lands ? event.type : 'withheld'))
    }
    guarding.abort()
    guarding = new AbortController()
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      addEventListener(type, meet, { capture: true, signal: guarding.signal })
    }
  }

  ours.tagtrailInput ??= { aim, holds, shows, guard, unguard: () => guarding.abort(), paint }
}
