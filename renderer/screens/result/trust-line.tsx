import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormats } from '../../parts/formats.ts'
import type { TabProps } from './result.tsx'

/** What the answer rests on, in one line: visits, gaps, runs, and the seal of the evidence. */
export function TrustLine({ result }: TabProps) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { id, coverage, scan, manifestSha256, versions, notes } = result
  const visited = coverage.visits.filter((visit) => visit.visited).length
  const parts = [
    t('trust.visits', { done: number(visited), all: number(coverage.visits.length) }),
    t('trust.requests', { count: coverage.counts.requests, shown: number(coverage.counts.requests) }),
    t('trust.runs', { count: scan.runs }),
    t('trust.made', { tool: versions.tool, browser: versions.browser }),
    manifestSha256 === null ? t('trust.notSealed') : t('trust.sealed', { hash: manifestSha256.slice(0, 16) }),
  ]
  return (
    <footer>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {parts.join(' · ')}
        </Text>
        <Anchor component={Link} size="sm" to={`/scans/${id}/coverage`}>
          {t('trust.gaps', { count: coverage.gaps.length })}
        </Anchor>
      </Group>
      {notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
    </footer>
  )
}
