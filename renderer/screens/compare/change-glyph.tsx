import type { CellChange } from '../../../main/contract.ts'
import classes from './change-glyph.module.css'

/** What became of a vendor in a cell, told by shape and never by colour alone. */
export function ChangeGlyph({ change, isAlert = false }: { readonly change: CellChange; readonly isAlert?: boolean }) {
  return (
    <svg
      className={classes.glyph}
      data-change={change}
      data-alert={isAlert || undefined}
      viewBox="0 0 16 16"
      aria-hidden
      focusable={false}
    >
      {SHAPES[change]}
    </svg>
  )
}

const LINE = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round' as const, strokeLinejoin: 'round' as const }

const SHAPES: Readonly<Record<CellChange, React.ReactNode>> = {
  new: <path d="M8 3v10M3 8h10" {...LINE} strokeWidth="2.25" />,
  gone: (
    <>
      <circle cx="8" cy="8" r="5" {...LINE} strokeWidth="1.6" strokeDasharray="2.2 2" />
      <path d="m3.6 12.4 8.8-8.8" {...LINE} strokeWidth="1.6" />
    </>
  ),
  changed: <path d="M8 3.4 13 12.4H3Z" {...LINE} strokeWidth="1.75" />,
  flapping: <path d="M2.8 9.4c1.7-4 3.5-4 5.2-1.4s3.5 2.6 5.2-1.4" {...LINE} strokeWidth="1.75" />,
  same: <circle cx="8" cy="8" r="2.25" fill="currentColor" />,
  none: <path d="M6.75 8h2.5" {...LINE} strokeWidth="1.5" />,
  'not-compared': (
    <>
      <path d="M5.6 6.1a2.4 2.4 0 1 1 3.3 2.2c-.6.3-.9.7-.9 1.5" {...LINE} strokeWidth="1.6" />
      <circle cx="8" cy="12.3" r="1.1" fill="currentColor" />
    </>
  ),
}

/** In the order in which a legend lists them. */
export const CHANGES = Object.keys(SHAPES) as readonly CellChange[]

/** Those that one looks for in a comparison. */
export const DIFFERENT: ReadonlySet<CellChange> = new Set(['new', 'gone', 'changed', 'flapping'])
