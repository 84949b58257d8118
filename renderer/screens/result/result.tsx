import { Button, Group, Stack, Tabs, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Result as ResultOfScan, ScanSummary } from '../../../main/contract.ts'
import { useFormats } from '../../parts/formats.ts'
import { ScanAgain } from '../../parts/scan-again.tsx'
import { ScanMenu } from '../../parts/scan-menu.tsx'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { Worded } from '../../parts/wordings.tsx'
import { ConsentTab } from './consent-tab.tsx'
import { CoverageTab } from './coverage-tab.tsx'
import { Drawer } from './drawer/drawer.tsx'
import { FindingsTab } from './findings-tab.tsx'
import { MatrixTab } from './matrix-tab.tsx'
import { PicturesTab } from './pictures-tab.tsx'
import { RawTab } from './raw-tab.tsx'
import { RequestsTab } from './requests-tab.tsx'
import { StoredTab } from './stored-tab.tsx'
import { TimelineTab } from './timeline-tab.tsx'
import { TrustLine } from './trust-line.tsx'

const TABS = {
  matrix: MatrixTab,
  findings: FindingsTab,
  stored: StoredTab,
  requests: RequestsTab,
  consent: ConsentTab,
  timeline: TimelineTab,
  pictures: PicturesTab,
  coverage: CoverageTab,
  raw: RawTab,
} as const

type TabName = keyof typeof TABS

/** What every tab of a result is given. */
export interface TabProps {
  readonly result: ResultOfScan
}

/** The result of a scan: the answer in a sentence, the matrix first, and the proof behind every mark in the drawer. */
export function Result({ result, scan }: TabProps & { readonly scan: ScanSummary }) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const { tab } = useParams()
  const navigate = useNavigate()
  const now = isTab(tab) ? tab : 'matrix'
  const Shown = TABS[now]
  return (
    <Worded by={result.wordings}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          {/* Buttons stand beside the name while that leaves it room for a line. */}
          <div style={{ flex: '1 1 240px' }}>
            <ScreenTitle>{result.scan.name}</ScreenTitle>
            <Text size="sm" c="dimmed">
              <bdi>{result.scan.site}</bdi> · {dateTime(result.scan.startedAt)}
            </Text>
          </div>
          <Group gap="xs">
            <ScanAgain scan={scan} />
            <Button component={Link} to={`/compare?new=${result.id}`} variant="default">
              {t('result.compare')}
            </Button>
            <Button component={Link} to={`/scans/${result.id}/reports`}>
              {t('result.reports')}
            </Button>
            <ScanMenu id={result.id} name={result.scan.name} />
          </Group>
        </Group>
        <Text size="lg" maw={900}>
          <Sentence text={result.headline} />
        </Text>
        <Tabs
          value={now}
          keepMounted={false}
          onChange={(next) => void navigate({ pathname: `/scans/${result.id}/${next ?? 'matrix'}` })}
        >
          <Tabs.List mb="md">
            {Object.keys(TABS).map((name) => (
              <Tabs.Tab key={name} value={name} px="xs">
                {t(`result.tab.${name as TabName}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={now}>
            <Shown key={now} result={result} />
          </Tabs.Panel>
        </Tabs>
        <TrustLine result={result} />
        <Drawer result={result} />
      </Stack>
    </Worded>
  )
}

function isTab(name: string | undefined): name is TabName {
  return name !== undefined && name in TABS
}
