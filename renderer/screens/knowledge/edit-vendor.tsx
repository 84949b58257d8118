import { Button, Group, JsonInput, List, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { VendorDetail } from '../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../client.ts'
import { FailureNote } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import { WayBack } from '../../parts/way-back.tsx'
import type { JustSaved } from './vendor.tsx'

/** A vendor record as text, checked as one types; saved as the user's own, in place of ours of the same id. */
export function EditVendor() {
  const { t } = useTranslation()
  const { id = 'new' } = useParams()
  const vendor = useAsked(async () => (id === 'new' ? null : client.knowledge.show({ id })), [id])
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    if (vendor.value !== undefined) setText(JSON.stringify(vendor.value?.record ?? BLANK, null, 2))
  }, [vendor.value])
  return (
    <Stack gap="md" maw={960}>
      <WayBack to={id === 'new' ? '/knowledge' : `/knowledge/${id}`}>
        {vendor.value?.record.name ?? t('app.nav.knowledge')}
      </WayBack>
      <ScreenTitle>{vendor.value?.record.name ?? t('knowledge.add')}</ScreenTitle>
      {vendor.failure && <FailureNote failure={vendor.failure} />}
      {text !== null && <Editor text={text} onText={setText} before={vendor.value ?? null} />}
    </Stack>
  )
}

interface EditorProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly before: VendorDetail | null
}

function Editor({ text, onText, before }: EditorProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [settled] = useDebouncedValue(text, 300)
  const [failure, setFailure] = useState<Failure | null>(null)
  const checked = useAsked(async () => faultsOf(settled), [settled])
  const faults = checked.value ?? []
  const save = async (): Promise<void> => {
    setFailure(null)
    try {
      const { record } = await client.knowledge.saveRecord({ record: parsed(text) ?? {} })
      const was = before !== null && before.record.id === record.id && before.is !== 'ours' ? before.record : null
      const saved: JustSaved = { id: record.id, was }
      await navigate(`/knowledge/${record.id}`, { state: { saved } })
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  return (
    <>
      <JsonInput
        label={t('knowledge.record')}
        description={t('knowledge.recordMore')}
        value={text}
        onChange={onText}
        autosize
        minRows={12}
        maxRows={32}
        spellCheck={false}
        error={faults.length > 0}
      />
      <div role="status">
        {faults.length === 0 ? (
          <Text size="sm">{checked.isLoading ? '' : t('knowledge.noFaults')}</Text>
        ) : (
          <List size="sm">
            {faults.slice(0, MOST_FAULTS).map((fault) => (
              <List.Item key={fault}>{fault}</List.Item>
            ))}
          </List>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
      <Group>
        <Button disabled={faults.length > 0 || settled !== text} onClick={() => void save()}>
          {t('knowledge.save')}
        </Button>
      </Group>
    </>
  )

  async function faultsOf(given: string): Promise<readonly string[]> {
    const record = parsed(given)
    if (!record) return [t('knowledge.noJson')]
    return (await client.knowledge.checkRecord({ record })).faults
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

const MOST_FAULTS = 20

/** What a record begins with; the check says what is missing. */
const BLANK = { schema: 1, id: '', name: '', kinds: [], aliases: [], summary: '', overview: '' }
