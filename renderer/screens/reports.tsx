import { Alert, Button, Code, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { client } from '../client.ts'
import { useAddress } from '../parts/address.ts'
import { Answer } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { offerFile } from '../parts/offer-file.ts'
import { ScreenTitle } from '../parts/screen-title.tsx'
import { WayBack } from '../parts/way-back.tsx'
import { WorkNote } from '../parts/work-note.tsx'
import { useWork } from '../parts/work.ts'
import classes from './reports.module.css'

/** The result as a document: chosen on the left, looked at on the right, saved beside the evidence or wherever one likes. */
export function Reports() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const formats = useAsked(() => client.reports.formats(), [])
  const address = useAddress()
  return (
    <Stack gap="sm">
      <WayBack to={`/scans/${id}`}>{t('reports.back')}</WayBack>
      <ScreenTitle>{t('result.reports')}</ScreenTitle>
      <Answer of={formats}>
        {(list) => {
          const format = list.find((each) => each.id === address.get('format'))?.id ?? list[0]?.id ?? ''
          return (
            <div className={classes.sides}>
              <Stack gap="md">
                <Radio.Group
                  label={t('reports.format')}
                  value={format}
                  onChange={(next) => address.set({ format: next })}
                >
                  <Stack gap="xs" mt="xs">
                    {list.map((each) => (
                      <Radio
                        key={each.id}
                        value={each.id}
                        label={each.id.toUpperCase()}
                        description={forWhom(each.id)}
                      />
                    ))}
                  </Stack>
                </Radio.Group>
                <Saving key={format} id={id} format={format} />
              </Stack>
              {format === 'html' ? <Preview id={id} /> : <AsText key={format} id={id} format={format} />}
            </div>
          )
        }}
      </Answer>
    </Stack>
  )

  function forWhom(format: string): string {
    return format === 'html' || format === 'json' ? t(`reports.for.${format}`) : ''
  }
}

function Saving({ id, format }: { readonly id: string; readonly format: string }) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<string | null>(null)
  const work = useWork()
  const save = (): Promise<void> =>
    work.begin(async (signal) => setSaved((await client.reports.save({ id, format }, { signal })).path))
  const download = (): Promise<void> =>
    work.begin(async (signal) => {
      const { file, fileName } = await client.reports.render({ id, format }, { signal })
      offerFile(file, fileName)
    })
  return (
    <Stack gap="xs">
      <Button disabled={work.isUnderWay} onClick={() => void save()}>
        {t('reports.save')}
      </Button>
      <Button variant="default" disabled={work.isUnderWay} onClick={() => void download()}>
        {t('reports.download')}
      </Button>
      {saved !== null && (
        <Alert role="status" variant="default">
          {t('reports.saved')} <Code>{saved}</Code>
        </Alert>
      )}
      <WorkNote work={work} what={t('reports.making')} />
    </Stack>
  )
}

function Preview({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const preview = useAsked((signal) => client.reports.preview({ id, format: 'html' }, { signal }), [id])
  return (
    <Answer of={preview} what={t('reports.making')}>
      {({ path }) => <iframe className={classes.preview} title={t('reports.preview')} src={path} sandbox="" />}
    </Answer>
  )
}

function AsText({ id, format }: { readonly id: string; readonly format: string }) {
  const { t } = useTranslation()
  const text = useAsked(
    async (signal) => (await client.reports.render({ id, format }, { signal })).file.text(),
    [id, format],
  )
  return (
    <Answer of={text} what={t('reports.making')}>
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
