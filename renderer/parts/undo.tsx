import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, type Failure } from '../client.ts'
import { FailureNote } from './answer.tsx'

/** What was just done, and how it is undone. */
export interface Done {
  readonly what: string
  readonly undo: () => Promise<unknown>
}

interface UndoProps {
  readonly done: Done
  /** Once it is undone. */
  readonly onUndone: () => void
}

/** Says what was done on this screen, and undoes it. */
export function Undo({ done: { what, undo }, onUndone }: UndoProps) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<Failure | null>(null)
  const back = async (): Promise<void> => {
    setFailure(null)
    await undo().then(onUndone, (reason: unknown) => setFailure(failureOf(reason)))
  }
  return (
    <Alert role="status" variant="default">
      <Group gap="md">
        <Text>{what}</Text>
        <Button variant="default" size="compact-sm" onClick={() => void back()}>
          {t('funnel.undo')}
        </Button>
      </Group>
      {failure && <FailureNote failure={failure} />}
    </Alert>
  )
}
