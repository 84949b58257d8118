import { Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObservationRow } from '../../../../main/contract.ts'
import { MiddleCut } from '../../../parts/middle-cut.tsx'
import { useTimes } from '../../../parts/times.ts'
import { RowDetail } from '../row-detail.tsx'
import classes from './drawer.module.css'

interface ObservationListProps {
  readonly observations: readonly ObservationRow[]
  readonly onOpen: (observationId: string) => void
}

/** Observations in the order of time, each leading to the whole of it. */
export function ObservationList({ observations, onOpen }: ObservationListProps) {
  const { t } = useTranslation()
  const { tell } = useTimes()
  const [most, setMost] = useState(AT_FIRST)
  return (
    <>
      <ul className={classes.list}>
        {observations.slice(0, most).map((row) => (
          <li key={row.id}>
            <UnstyledButton className={classes.entry} onClick={() => onOpen(row.id)}>
              <Text span size="xs" c="dimmed">
                {tell(row)} · {t(`kind.${row.kind}`)} · <RowDetail of={row} />
              </Text>
              <br />
              <MiddleCut text={row.title} most={80} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {observations.length > most && (
        <UnstyledButton className={classes.entry} onClick={() => setMost(most + AT_FIRST)}>
          {t('drawer.more', { count: observations.length - most })}
        </UnstyledButton>
      )}
    </>
  )
}

const AT_FIRST = 100
