import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { ScanSummary } from '../../main/contract.ts'
import { client } from '../client.ts'
import { Answer } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { isUnderWay } from '../parts/scan-card.tsx'
import { ScanMenu } from '../parts/scan-menu.tsx'
import { Result } from './result/result.tsx'
import { Running } from './running/running.tsx'

/** One scan: how it is going while it runs, and its result afterwards. */
export function Scan() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const scan = useAsked(() => client.scans.get({ id }), [id], ['scan', 'scans'])
  return (
    <Stack gap="sm">
      <Anchor component={Link} to="/" size="sm" ta="left">
        {t('scan.back')}
      </Anchor>
      <Answer of={scan}>
        {(found) =>
          isUnderWay(found) ? <Running id={id} /> : found.hasResult ? <ResultOf scan={found} /> : <Ended scan={found} />
        }
      </Answer>
    </Stack>
  )
}

function ResultOf({ scan }: { readonly scan: ScanSummary }) {
  const result = useAsked(() => client.results.open({ id: scan.id }), [scan.id, scan.status])
  return (
    <>
      {scan.failure && <Text role="status">{scan.failure.message}</Text>}
      <Answer of={result}>{(found) => <Result result={found} />}</Answer>
    </>
  )
}

/** It ended before there was anything to show: why, and what can be done. */
function Ended({ scan }: { readonly scan: ScanSummary }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { funnelId } = scan
  const again = async (): Promise<void> => {
    const { id } = await (funnelId === null ? client.scans.startDemo() : client.scans.start({ funnelId }))
    await navigate(`/scans/${id}`)
  }
  return (
    <Stack align="flex-start">
      <Title order={1} size="h2">
        <bdi>{scan.name}</bdi>: {t(`status.${scan.status}`)}
      </Title>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{scan.failure?.message ?? t('scan.nothing')}</Text>
      <Group>
        {(funnelId !== null || scan.origin === 'demo') && (
          <Button onClick={() => void again()}>{t('scan.again')}</Button>
        )}
        <ScanMenu id={scan.id} name={scan.name} />
      </Group>
    </Stack>
  )
}
