import { Anchor, Button, FileButton, Group, List, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { CheckedPlan } from '../../main/contract.ts'
import { client, failureOf, type Failure } from '../client.ts'
import { FailureNote } from '../parts/answer.tsx'

/** A new funnel from the addresses of its pages, or from a plan file. */
export function NewFunnel() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id: projectId = '' } = useParams()
  const [[name, urls], setTyped] = useState(['', ''])
  const [mistakes, setMistakes] = useState<CheckedPlan['mistakes']>([])
  const [failure, setFailure] = useState<Failure | null>(null)

  const keep = async (read: Promise<CheckedPlan>): Promise<void> => {
    setFailure(null)
    try {
      const { draft, mistakes: found } = await read
      setMistakes(found)
      if (Object.keys(draft).length === 0) return
      const funnel = await client.funnels.save({ projectId, draft })
      await navigate(`/funnels/${funnel.id}`)
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  const fromUrls = (): Promise<void> => {
    const lines = urls.split('\n').map((line) => line.trim())
    return keep(client.funnels.fromUrls({ name, urls: lines.filter((line) => line !== '') }))
  }
  const fromFile = async (file: File | null): Promise<void> => {
    if (!file) return
    const format = file.name.endsWith('.json') ? 'json' : 'yaml'
    await keep(client.funnels.checkText({ text: await file.text(), format }))
  }
  return (
    <Stack gap="md" maw={720}>
      <Anchor component={Link} to={`/clients/${projectId}`} size="sm" ta="left">
        {t('funnel.back')}
      </Anchor>
      <Title order={1} size="h2">
        {t('client.newFunnel')}
      </Title>
      <TextInput
        label={t('funnel.name')}
        value={name}
        onChange={({ currentTarget }) => setTyped([currentTarget.value, urls])}
      />
      <Textarea
        label={t('newFunnel.urls')}
        description={t('newFunnel.urlsMore')}
        autosize
        minRows={6}
        value={urls}
        onChange={({ currentTarget }) => setTyped([name, currentTarget.value])}
      />
      <List size="sm" role="status">
        {mistakes.map(({ at, text, line }) => (
          <List.Item key={`${at} ${text}`}>
            {line === null ? at : `${line}`}: {text}
          </List.Item>
        ))}
      </List>
      {failure && <FailureNote failure={failure} />}
      <Group>
        <Button disabled={urls.trim() === ''} onClick={() => void fromUrls()}>
          {t('newFunnel.make')}
        </Button>
        <Text c="dimmed">{t('newFunnel.or')}</Text>
        <FileButton accept=".yaml,.yml,.json" onChange={(file) => void fromFile(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {t('newFunnel.file')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  )
}
