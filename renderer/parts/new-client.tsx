import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client, failureOf, type Failure } from '../client.ts'
import { FailureNote } from './answer.tsx'

/** Asks for the name of a new client, and goes on to its first funnel. */
export function NewClient({ label }: { readonly label: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isOpen, { open, close }] = useDisclosure()
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    setFailure(null)
    try {
      const { id } = await client.projects.save({ name })
      await navigate(`/clients/${id}/new-funnel`)
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('client.new')} closeButtonProps={{ 'aria-label': t('close') }}>
        <form onSubmit={(event) => void make(event)}>
          <Stack>
            <TextInput
              data-autofocus
              label={t('client.newName')}
              description={t('client.newMore')}
              maxLength={200}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            {failure && <FailureNote failure={failure} />}
            <Group justify="flex-end">
              <Button type="submit" disabled={name.trim() === ''}>
                {t('client.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
