import { Alert, Button, Code, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { client, failureOf, type Failure } from '../client.ts'
import { useAddress } from '../parts/address.ts'
import { Answer, FailureNote, Waiting } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { offerFile } from '../parts/offer-file.ts'
import { ScreenTitle } from '../parts/screen-title.tsx'
import { WayBack } from '../parts/way-back.tsx'
import classes from './reports.module.css'

/** The result as a document: chosen on the left, looked at on the right, saved beside the evidence or wherever one likes. */
export function Reports() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const formats = useAsked(() => client.reports.formats(), [])
  const address = useAddress()
  return (
    <Stack gap="md">
      <WayBack to={`/scans/${id}`}>{t('reports.back')}</WayBack>
      <ScreenTitle>{t('result.reports')}</ScreenTitle>
      <Answer of={formats}>
        {(list) => {
          const format = list.find((each) => each.id === address.get('format'))?.id ?? list[0]?.id ?? ''
          return (
            <>
              <Group justify="space-between">
                <SegmentedControl
                  aria-label={t('reports.format')}
                  data={list.map((each) => ({ value: each.id, label: each.id.toUpperCase() }))}
                  value={format}
                  onChange={(next) => address.set({ format: next })}
                />
                <Saving key={format} id={id} format={format} />
              </Group>
              {format === 'html' ? <Preview id={id} /> : <AsText key={format} id={id} format={format} />}
            </>
          )
        }}
      </Answer>
    </Stack>
  )
}

function Saving({ id, format }: { readonly id: string; readonly format: string }) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    await work().catch((reason: unknown) => setFailure(failureOf(reason)))
  }
  const save = (): Promise<void> => attempt(async () => setSaved((await client.reports.save({ id, format })).path))
  const download = (): Promise<void> =>
    attempt(async () => {
      const { file, fileName } = await client.reports.render({ id, format })
      offerFile(file, fileName)
    })
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button variant="default" onClick={() => void download()}>
          {t('reports.download')}
        </Button>
        <Button onClick={() => void save()}>{t('reports.save')}</Button>
      </Group>
      {saved !== null && (
        <Alert role="status" variant="default">
          {t('reports.saved')} <Code>{saved}</Code>
        </Alert>
      )}
      {failure && <FailureNote failure={failure} />}
    </Stack>
  )
}

function Preview({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const preview = useAsked(() => client.reports.preview({ id, format: 'html' }), [id])
  return (
    <Answer of={preview}>
      {({ path }) => <iframe className={classes.preview} title={t('reports.preview')} src={path} sandbox="" />}
    </Answer>
  )
}

function AsText({ id, format }: { readonly id: string; readonly format: string }) {
  const { t } = useTranslation()
  const text = useAsked(async () => (await client.reports.render({ id, format })).file.text(), [id, format])
  if (text.isLoading) return <Waiting what={t('reports.making')} />
  return (
    <Answer of={text}>
      {(whole) => (
        <>
          <Code block tabIndex={0} className={classes.text}>
            {whole.slice(0, MOST_LETTERS)}
          </Code>
          {whole.length > MOST_LETTERS && <Text size="sm">{t('reports.cut')}</Text>}
        </>
      )}
    </Answer>
  )
}

const MOST_LETTERS = 100_000
