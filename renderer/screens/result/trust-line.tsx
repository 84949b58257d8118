import { Anchor, Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { client } from '../../client.ts'
import { useAsked } from '../../parts/asked.ts'
import { Explained } from '../../parts/explained.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Sentence } from '../../parts/sentence.tsx'
import type { TabProps } from './result.tsx'

/** What the answer rests on, in one line: visits, gaps, runs, calibration, and the seal of the evidence. */
export function TrustLine({ result }: TabProps) {
  const { t } = useTranslation()
  const { number, date } = useFormats()
  const { id, coverage, scan, manifestSha256, versions, notes } = result
  const calibration = useAsked(() => client.settings.calibration(), [], ['settings']).value
  const visited = coverage.visits.filter((visit) => visit.visited).length
  const parts = [
    {
      text: t('trust.visits', { done: number(visited), all: number(coverage.visits.length) }),
      by: t('trustMore.visits'),
    },
    {
      text: t('trust.requests', { count: coverage.counts.requests, shown: number(coverage.counts.requests) }),
      by: t('trustMore.requests'),
    },
    { text: t('trust.runs', { count: scan.runs }), by: t('settings.runsMore') },
    { text: t('trust.made', { tool: versions.tool, browser: versions.browser }), by: t('trustMore.made') },
    calibration
      ? { text: t('trustMore.calibrated', { when: date(calibration.at) }), by: t('trustMore.calibration') }
      : { text: t('trustMore.notCalibrated'), by: t('trustMore.calibration') },
    manifestSha256 === null
      ? { text: t('trust.notSealed'), by: t('trustMore.notSealed') }
      : { text: t('trust.sealed', { hash: manifestSha256.slice(0, 16) }), by: t('trustMore.sealed') },
  ]
  return (
    <footer>
      <Text size="sm" c="dimmed">
        {parts.map(({ text, by }) => (
          <Fragment key={text}>
            <Explained by={by}>{text}</Explained> ·{' '}
          </Fragment>
        ))}
        <Anchor component={Link} size="sm" underline="always" to={`/scans/${id}/coverage`}>
          {t('trust.gaps', { count: coverage.gaps.length })}
        </Anchor>
      </Text>
      {notes.map((note) => (
        <Text key={note} size="sm">
          <Sentence text={note} />
        </Text>
      ))}
    </footer>
  )
}
