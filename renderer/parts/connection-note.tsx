import { Alert } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { connection, onConnection } from '../client.ts'

/** Says that the program has gone away, what is safe, and what happens next. */
export function ConnectionNote() {
  const { t } = useTranslation()
  const state = useSyncExternalStore(onConnection, connection)
  if (state !== 'lost' && state !== 'refused') return null
  return (
    <Alert color="alert" role="alert" mb="md" title={t(`connection.${state}`)}>
      {t(`connection.${state}More`)}
    </Alert>
  )
}
