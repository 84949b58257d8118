import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { ScanSummary } from '../../main/contract.ts'
import { client } from '../client.ts'
import { Answer } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { Gone } from '../parts/gone.tsx'
import { ScanAgain } from '../parts/scan-again.tsx'
import { isUnderWay } from '../parts/scan-card.tsx'
import { ScanMenu } from '../parts/scan-menu.tsx'
import { ScreenTitle } from '../parts/screen-title.tsx'
import { WayToClient } from '../parts/way-back.tsx'
import { Result } from './result/result.tsx'
import { Running } from './running/running.tsx'

/** One scan: how it is going while it runs, and its result afterwards. */
export function Scan() {
  const { id = '' } = useParams()
  const scan = useAsked(() => client.scans.get({ id }), [id], ['scan', 'scans'])
  if (scan.failure?.code === 'NOT_FOUND') return <Gone what="scan" id={id} onBack={scan.again} />
  return (
    <Stack gap="sm">
      <WayToClient projectId={scan.value?.projectId ?? null} />
      <Answer of={scan}>
        {(found) =>
          isUnderWay(found) ? <Running id={id} /> : found.hasResult ? <ResultOf scan={found} /> : <Ended scan={found} />
        }
      </Answer>
    </Stack>
  )
}

function ResultOf({ scan }: { readonly scan: ScanSummary }) {
  const result = useAsked((signal) => client.results.open({ id: scan.id }, { signal }), [scan.id, scan.status])
  if (result.failure && result.value === undefined)
    return (
      <>
        <Group justify="space-between">
          <ScreenTitle>{scan.name}</ScreenTitle>
          <Group gap="xs">
            <ScanAgain scan={scan} />
            <ScanMenu id={scan.id} name={scan.name} />
          </Group>
        </Group>
        <Answer of={result}>{() => null}</Answer>
      </>
    )
  return (
    <>
      {scan.failure && (
        <Text role="status" lang="en">
          {scan.failure.message}
        </Text>
      )}
      <Answer of={result}>{(found) => <Result result={found} scan={scan} />}</Answer>
    </>
  )
}

/** It ended before there was anything to show: why, and what can be done. */
function Ended({ scan }: { readonly scan: ScanSummary }) {
  const { t } = useTranslation()
  return (
    <Stack align="flex-start" maw={720}>
      <ScreenTitle>{`${scan.name}: ${t(`status.${scan.status}`)}`}</ScreenTitle>
      <Text lang="en" style={{ whiteSpace: 'pre-wrap' }}>
        {scan.failure?.message ?? t('scan.nothing')}
      </Text>
      <Group>
        <ScanAgain scan={scan} isFirst />
        <ScanMenu id={scan.id} name={scan.name} />
      </Group>
    </Stack>
  )
}
