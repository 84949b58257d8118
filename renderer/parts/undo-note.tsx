import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { RemovedThing } from '../../main/contract.ts'
import { client, failureOf, type Failure } from '../client.ts'
import { FailureNote } from './answer.tsx'

/** What was just removed, handed on to the screen one comes to. */
export type JustRemoved = Pick<RemovedThing, 'what' | 'id' | 'name'>

const PLACES = { client: '/clients', funnel: '/funnels', scan: '/scans' } as const

/** Says what was removed, until one goes elsewhere, and brings it back. */
export function UndoNote() {
  const { t } = useTranslation()
  const { state, pathname } = useLocation()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Failure | null>(null)
  const removed = removedIn(state)
  if (!removed) return null
  const { what, id, name } = removed
  const restore = async (): Promise<void> => {
    setFailure(null)
    try {
      await client.removed.restore({ what, id })
      await navigate(`${PLACES[what]}/${id}`, { replace: true })
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  return (
    <Alert
      role="status"
      variant="default"
      mb="md"
      withCloseButton
      closeButtonLabel={t('close')}
      onClose={() => void navigate(pathname, { replace: true, state: null })}
    >
      <Group gap="md">
        <Text>
          {t(`removed.what.${what}`)} <bdi>{name}</bdi> {t('removed.done')}
        </Text>
        <Button variant="default" size="compact-sm" onClick={() => void restore()}>
          {t('funnel.undo')}
        </Button>
      </Group>
      {failure && <FailureNote failure={failure} />}
    </Alert>
  )
}

function removedIn(state: unknown): JustRemoved | null {
  if (typeof state !== 'object' || state === null || !('removed' in state)) return null
  return state.removed as JustRemoved
}
