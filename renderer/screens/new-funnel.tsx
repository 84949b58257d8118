import { Button, FileButton, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { CheckedPlan } from '../../main/contract.ts'
import { client, failureOf, type Failure } from '../client.ts'
import { FailureNote } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { ScreenTitle } from '../parts/screen-title.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { WayToClient } from '../parts/way-back.tsx'

const EXAMPLE = 'https://shop.example/\nhttps://shop.example/checkout\nhttps://shop.example/thank-you'

/** A new funnel from the addresses of its pages, checked as one types, or from a plan file. */
export function NewFunnel() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id: projectId = '' } = useParams()
  const [[name, text], setTyped] = useState(['', ''])
  const [inFile, setInFile] = useState<CheckedPlan['mistakes']>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [settled] = useDebouncedValue(text, 250)
  const checked = useAsked(() => client.funnels.fromUrls({ urls: addressesIn(settled) }), [settled])
  const isEmpty = text.trim() === ''

  const keep = async (read: Promise<CheckedPlan>): Promise<void> => {
    setFailure(null)
    try {
      const { draft, mistakes } = await read
      setInFile(mistakes)
      if (Object.keys(draft).length === 0) return
      const funnel = await client.funnels.save({ projectId, draft })
      await navigate(`/funnels/${funnel.id}`)
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  const fromFile = async (file: File | null): Promise<void> => {
    if (!file) return
    const format = file.name.endsWith('.json') ? 'json' : 'yaml'
    await keep(client.funnels.checkText({ text: await file.text(), format }))
  }
  return (
    <Stack gap="md" maw={720}>
      <WayToClient projectId={projectId} />
      <ScreenTitle>{t('client.newFunnel')}</ScreenTitle>
      <TextInput
        label={t('funnel.name')}
        description={t('newFunnel.nameMore')}
        value={name}
        onChange={({ currentTarget }) => setTyped([currentTarget.value, text])}
      />
      <Textarea
        label={t('newFunnel.urls')}
        description={t('newFunnel.urlsMore')}
        placeholder={EXAMPLE}
        autosize
        minRows={6}
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setTyped([name, currentTarget.value])}
      />
      <div role="status">
        {!isEmpty && settled === text && <Slips text={text} mistakes={checked.value?.mistakes ?? []} />}
        <List size="sm">
          {inFile.map(({ at, text: what, line, column }) => (
            <List.Item key={`${at} ${what}`}>
              {line !== null && `${t('funnel.place', { line, column })}: `}
              <Sentence text={what} />
            </List.Item>
          ))}
        </List>
      </div>
      {failure && <FailureNote failure={failure} />}
      <Group>
        <Button
          disabled={isEmpty}
          onClick={() => void keep(client.funnels.fromUrls({ name, urls: addressesIn(text) }))}
        >
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

/** By the line a person sees, empty ones counted. */
function Slips({ text, mistakes }: { readonly text: string; readonly mistakes: CheckedPlan['mistakes'] }) {
  const { t } = useTranslation()
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
  const slips = mistakes.flatMap(({ path, text: what }) => {
    const line = path[0] === 'steps' && typeof path[1] === 'number' ? lines[path[1]] : undefined
    return line === undefined ? [] : [{ line, what }]
  })
  if (slips.length === 0) return <Text size="sm">{t('newFunnel.pages', { count: lines.length })}</Text>
  return (
    <List size="sm">
      {slips.map(({ line, what }) => (
        <List.Item key={`${line} ${what}`}>
          {t('newFunnel.line', { line })}: <Sentence text={what} />
        </List.Item>
      ))}
    </List>
  )
}

function addressesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
