import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** The one row that the keyboard is on, and the keys that lead to another. */
export interface RowWalk {
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

/** Arrows, Page Up and Down, Home and End over rows of which only some are there; the one that is led to is drawn first. */
export function useRowWalk(box: RefObject<HTMLElement | null>, count: number, rowPx: number): RowWalk {
  const [active, setActive] = useState(0)
  const isLed = useRef(false)
  // Another filter may leave fewer.
  const here = Math.min(active, Math.max(0, count - 1))

  useLayoutEffect(() => {
    if (!isLed.current) return
    isLed.current = false
    const { current } = box
    if (!current) return
    scrollTo(current, here, rowPx)
    current.querySelector<HTMLElement>(`[data-index="${here}"]`)?.focus({ preventScroll: true })
  }, [box, here, rowPx])

  return {
    active: here,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || indexOf(event) === null) return
      const perPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPx) - 2)
      const to = leadsTo(event.key, { from: here, count, perPage })
      if (to === null) return
      event.preventDefault()
      if (to === here) return
      isLed.current = true
      setActive(to)
    },
    onFocus(event) {
      const index = indexOf(event)
      if (index !== null) setActive(index)
    },
  }
}

interface Standing {
  readonly from: number
  readonly count: number
  readonly perPage: number
}

/** Where a key leads to; `null` for any other key. */
export function leadsTo(key: string, { from, count, perPage }: Standing): number | null {
  const last = count - 1
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + perPage,
    PageUp: from - perPage,
    Home: 0,
    End: last,
  }[key]
  return to === undefined ? null : Math.max(0, Math.min(last, to))
}

/** Just so far that the whole row is in sight, below the head, which is as high as a row. */
function scrollTo(box: HTMLElement, index: number, rowPx: number): void {
  const [top, bottom] = [index * rowPx, (index + 2) * rowPx]
  if (top < box.scrollTop) box.scrollTop = top
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
}

function indexOf({ target }: KeyboardEvent | FocusEvent): number | null {
  const index = (target as HTMLElement).closest('[data-index]')?.getAttribute('data-index')
  return index === undefined || index === null ? null : Number(index)
}
