import { Alert, List } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../client.ts'
import { useAsked } from './asked.ts'

/** What happened to the user's data and has to be read; it stays until it was. */
export function StoreNotes() {
  const { t } = useTranslation()
  const info = useAsked(() => client.app.info(), [], ['notes'])
  const [read, setRead] = useState(0)
  const notes = (info.value?.notes ?? []).slice(read)
  if (notes.length === 0) return null
  return (
    <Alert
      role="alert"
      mb="md"
      color="yellow"
      title={t('notes.title')}
      withCloseButton
      closeButtonLabel={t('notes.dismiss')}
      onClose={() => setRead(read + notes.length)}
    >
      <List>
        {notes.map(({ at, text }) => (
          <List.Item key={`${at} ${text}`}>{text}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
