import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './matrix-legend.module.css'

export interface LegendEntry {
  readonly key: string
  readonly glyph: ReactNode
  readonly says: string
  readonly isAlert?: boolean
}

/** What the shapes in the cells of a matrix say. */
export function MatrixLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.legend} aria-label={t('matrix.legend')}>
      {entries.map(({ key, glyph, says, isAlert = false }) => (
        <li key={key}>
          {isAlert ? <span className={classes.alert}>{glyph}</span> : glyph} {says}
        </li>
      ))}
    </ul>
  )
}
