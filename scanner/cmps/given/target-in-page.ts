import type { ClickTarget } from '../../model.ts'
import type { OurWorld } from '../cmp.ts'

/** Runs in the page, in our world: the key of the first visible element that the operator's words name. */
export function targetIn(target: ClickTarget): number | null {
  const seen = ((globalThis as OurWorld).tagtrailSeen ??= [])
  const OF_ROLE: Readonly<Record<string, string>> = {
    button: 'button, summary, input[type=button], input[type=submit], input[type=reset], input[type=image]',
    link: 'a[href]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    switch: 'input[type=checkbox][role=switch]',
  }
  const isVisible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  const namesOf = (element: Element): readonly string[] => {
    const shown = element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText
    const image = element.querySelector('img[alt]')?.getAttribute('alt')
    return [element.getAttribute('aria-label'), shown, element.getAttribute('title'), image].map(plain)
  }

  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
  }
  const named = (selector: string): readonly Element[] => {
    try {
      return roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter(isVisible)
    } catch {
      // No selector at all; the plan's own check says so better.
      return []
    }
  }
  const find = (): Element | undefined => {
    if ('selector' in target) return named(target.selector)[0]
    const own = OF_ROLE[target.role]
    const fit = named(`[role="${CSS.escape(target.role)}"]${own ? `, ${own}` : ''}`)
    const name = plain(target.name)
    return (
      fit.find((element) => namesOf(element).includes(name)) ??
      fit.find((element) => namesOf(element).some((each) => each.includes(name)))
    )
  }
  const element = find()
  if (!element) return null
  const known = seen.indexOf(element)
  return known === -1 ? seen.push(element) - 1 : known
}
