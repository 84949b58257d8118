import type { Mark } from '../../main/contract.ts'
import classes from './mark.module.css'

/** What a vendor did on a step, told by shape and never by colour alone; the words stand in the name of whatever holds it. */
export function MarkGlyph({ mark, isAlert = false }: { readonly mark: Mark; readonly isAlert?: boolean }) {
  return (
    <svg
      className={classes.mark}
      data-mark={mark}
      data-alert={isAlert || undefined}
      viewBox="0 0 16 16"
      aria-hidden
      focusable={false}
    >
      {SHAPES[mark]}
    </svg>
  )
}

const SHAPES: Readonly<Record<Mark, React.ReactNode>> = {
  stored: <circle cx="8" cy="8" r="4.5" fill="currentColor" />,
  sent: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  both: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="8" cy="8" r="3" fill="currentColor" />
    </>
  ),
  present: <circle cx="8" cy="8" r="1.5" fill="currentColor" />,
  none: <path d="M5.5 8h5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />,
  blocked: <path d="m4.5 4.5 7 7m0-7-7 7" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  unseen: (
    <>
      <path
        d="M5.6 6.1a2.4 2.4 0 1 1 3.3 2.2c-.6.3-.9.7-.9 1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <circle cx="8" cy="12.3" r="1.1" fill="currentColor" />
    </>
  ),
}

/** In the order in which a legend lists them. */
export const MARKS = Object.keys(SHAPES) as readonly Mark[]
