import type { ReactNode } from 'react'
import classes from './explained.module.css'

/** A word or number that says on hover what it means. */
export function Explained({ by, children }: { readonly by: string; readonly children: ReactNode }) {
  return (
    <abbr className={classes.explained} title={by}>
      {children}
    </abbr>
  )
}
