import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client, failureOf, type Failure } from '../client.ts'
import { FailureNote } from './answer.tsx'
import { MoreMenu } from './more-menu.tsx'
import { offerFile } from './offer-file.ts'
import { fetchScan } from './scan-file.ts'
import type { JustRemoved } from './undo-note.tsx'
import { WorkNote } from './work-note.tsx'
import { useWork } from './work.ts'

/** What is rarely done with a scan: passing it on as one file, and removing it. */
export function ScanMenu({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation()
  const [isAsking, { open, close }] = useDisclosure()
  const [failure, setFailure] = useState<Failure | null>(null)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    await work().catch((reason: unknown) => setFailure(failureOf(reason)))
  }
  const packing = useWork()
  const pack = (): Promise<void> =>
    packing.begin(async (signal, tell) => {
      const file = await fetchScan(client, id, { signal, tell })
      offerFile(file, `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}.tagtrail`)
    })
  return (
    <>
      <MoreMenu
        items={[
          { label: t('scanFile.export'), onClick: () => void pack() },
          { label: t('scanFile.remove'), onClick: open },
        ]}
      />
      <WorkNote work={packing} what={t('scanFile.packing')} />
      {failure && <FailureNote failure={failure} />}
      <Removal id={id} name={name} isAsking={isAsking} close={close} attempt={attempt} />
    </>
  )
}

interface RemovalProps {
  readonly id: string
  readonly name: string
  readonly isAsking: boolean
  readonly close: () => void
  readonly attempt: (work: () => Promise<void>) => Promise<void>
}

/** Evidence is never deleted by a single click, and nobody has to guess whether it was. */
function Removal({ id, name, isAsking, close, attempt }: RemovalProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = (files: boolean): Promise<void> =>
    attempt(async () => {
      close()
      await client.scans.remove({ id, files })
      const removed: JustRemoved = { what: 'scan', id, name }
      await navigate('/', files ? {} : { state: { removed } })
    })
  return (
    <Modal
      opened={isAsking}
      onClose={close}
      title={t('scanFile.remove')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{t('scanFile.removeMore')}</Text>
        <Group justify="flex-end">
          <Button data-autofocus onClick={() => void remove(false)}>
            {t('scanFile.fromList')}
          </Button>
          <Button variant="outline" color="alert" onClick={() => void remove(true)}>
            {t('scanFile.withFiles')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
