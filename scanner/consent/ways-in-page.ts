/** Something that may lead back to the choice. */
export interface Way {
  readonly key: number
  readonly label: string
  /** Put there by a CMP for this purpose. */
  readonly isKnown: boolean
  /** A small thing fixed to the window that is named after cookies or consent. */
  readonly isIcon: boolean
  readonly leadsAway: boolean
}

/** Runs in the page, in our world: everything a visitor could press that is known, small and fixed, or says a few words. */
export function waysIn(known: string): Way[] {
  const seen = ((globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ??= [])
  const CONTROLS = 'a, button, summary, input[type=button], input[type=submit], [role=button], [role=link], [onclick]'
  const NAMED = /cookie|consent|gdpr|privacy|\bcmp/i
  const MOST_LETTERS = 80

  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
  }
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 3 && height > 3 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const nameOf = (element: Element): string =>
    ['id', 'class', 'aria-label', 'title', 'data-testid'].map((name) => element.getAttribute(name) ?? '').join(' ')
  const labelOf = (element: Element): string => {
    const shown = element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText
    const image = element.querySelector('img[alt]')?.getAttribute('alt')
    const label = /\p{L}/u.test(shown ?? '')
      ? shown
      : (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? image)
    return (label ?? '').replaceAll(/\s+/g, ' ').trim()
  }
  const isFixed = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (getComputedStyle(at).position === 'fixed') return true
    return false
  }
  const leadsAway = (element: Element): boolean => {
    const link = element.closest('a')
    if (!link || !/^https?:/.test(link.href)) return false
    return link.href.split('#')[0] !== location.href.split('#')[0]
  }

  const found = roots.flatMap((root) => [...root.querySelectorAll(`${known},${CONTROLS}`)]).filter(isShown)
  return found.flatMap((element): Way[] => {
    const label = labelOf(element)
    const isKnown = element.matches(known)
    const { width, height } = element.getBoundingClientRect()
    const isSmall = width <= 120 && height <= 120
    const isIcon = isSmall && label.length < 40 && NAMED.test(nameOf(element)) && isFixed(element)
    if (!isKnown && !isIcon && (label.length === 0 || label.length > MOST_LETTERS)) return []
    const at = seen.indexOf(element)
    return [{ key: at === -1 ? seen.push(element) - 1 : at, label, isKnown, isIcon, leadsAway: leadsAway(element) }]
  })
}
