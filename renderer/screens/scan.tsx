import { Anchor, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { ScanSummary } from '../../main/contract.ts'
import { client } from '../client.ts'
import { Answer } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { ScanCard } from '../parts/scan-card.tsx'
import { Result } from './result/result.tsx'

/** One scan: how it is going while it runs, and its result afterwards. */
export function Scan() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const scan = useAsked(() => client.scans.get({ id }), [id], ['scan', 'scans'])
  return (
    <Stack gap="sm">
      <Anchor component={Link} to="/" size="sm">
        {t('scan.back')}
      </Anchor>
      <Answer of={scan}>{(found) => (found.hasResult ? <ResultOf id={id} /> : <UnderWay scan={found} />)}</Answer>
    </Stack>
  )
}

function UnderWay({ scan }: { readonly scan: ScanSummary }) {
  return (
    <>
      <Title order={1} size="h2">
        <bdi>{scan.name}</bdi>
      </Title>
      <ScanCard scan={scan} />
    </>
  )
}

function ResultOf({ id }: { readonly id: string }) {
  const result = useAsked(() => client.results.open({ id }), [id])
  return <Answer of={result}>{(found) => <Result result={found} />}</Answer>
}
