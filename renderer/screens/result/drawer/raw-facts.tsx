import { Anchor, Button, Code, CopyButton, Group, Spoiler, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Observation } from '../../../../main/contract.ts'
import { client } from '../../../client.ts'
import { Answer } from '../../../parts/answer.tsx'
import { useAsked } from '../../../parts/asked.ts'
import classes from './drawer.module.css'

/** The observation as it was recorded, field by field, with the names of the public format. */
export function RawFacts({ scanId, observation }: { readonly scanId: string; readonly observation: Observation }) {
  const { t } = useTranslation()
  const body = observation.kind === 'request' ? observation.bodySha256 : null
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('drawer.raw')}</Text>
        <CopyButton value={JSON.stringify(observation, null, 2)}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {t(copied ? 'drawer.copied' : 'drawer.copyJson')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Spoiler maxHeight={320} showLabel={t('drawer.showAll')} hideLabel={t('drawer.showLess')}>
        <dl className={classes.facts}>
          {Object.entries(observation).map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      </Spoiler>
      {body !== null && <Body scanId={scanId} sha256={body} />}
    </div>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: unknown }) {
  const isPlain = typeof value !== 'object' || value === null
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1)
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Code block={!isPlain} tabIndex={isPlain ? undefined : 0}>
          {text.slice(0, MOST_LETTERS)}
        </Code>
      </dd>
    </>
  )
}

function Body({ scanId, sha256 }: { readonly scanId: string; readonly sha256: string }) {
  const { t } = useTranslation()
  const [isWanted, setWanted] = useState(false)
  if (isWanted) return <BodyText scanId={scanId} sha256={sha256} />
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => setWanted(true)}>
      {t('drawer.body')}
    </Anchor>
  )
}

function BodyText({ scanId, sha256 }: { readonly scanId: string; readonly sha256: string }) {
  const { t } = useTranslation()
  const body = useAsked(() => client.results.body({ id: scanId, sha256 }), [scanId, sha256])
  return (
    <Answer of={body}>
      {({ text, bytes, isText }) => (
        <>
          <Text size="sm">{t('drawer.bodyOf', { count: bytes })}</Text>
          {isText && (
            <Code block tabIndex={0}>
              {text.slice(0, MOST_LETTERS)}
            </Code>
          )}
        </>
      )}
    </Answer>
  )
}

/** What a page chose can be a megabyte long. */
const MOST_LETTERS = 20_000
