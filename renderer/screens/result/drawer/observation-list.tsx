import { Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObservationRow } from '../../../../main/contract.ts'
import { useFormats } from '../../../parts/formats.ts'
import { MiddleCut } from '../../../parts/middle-cut.tsx'
import classes from './drawer.module.css'

interface ObservationListProps {
  readonly observations: readonly ObservationRow[]
  readonly onOpen: (observationId: string) => void
}

/** Observations in the order of time, each leading to the whole of it. */
export function ObservationList({ observations, onOpen }: ObservationListProps) {
  const { t } = useTranslation()
  const { since } = useFormats()
  const [most, setMost] = useState(AT_FIRST)
  return (
    <>
      <ul className={classes.list}>
        {observations.slice(0, most).map(({ id, at, kind, title, detail }) => (
          <li key={id}>
            <UnstyledButton className={classes.entry} onClick={() => onOpen(id)}>
              <Text span size="xs" c="dimmed">
                {since(at)} · {t(`kind.${kind}`)} · <bdi>{detail}</bdi>
              </Text>
              <br />
              <MiddleCut text={title} most={80} />
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
