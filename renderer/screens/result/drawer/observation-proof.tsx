import { Anchor, Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObservationDetail, Result } from '../../../../main/contract.ts'
import { client } from '../../../client.ts'
import { Answer } from '../../../parts/answer.tsx'
import { useAsked } from '../../../parts/asked.ts'
import { CategoryName } from '../../../parts/category-name.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { MiddleCut } from '../../../parts/middle-cut.tsx'
import { Picture } from '../../../parts/picture.tsx'
import { CauseTree } from './cause-tree.tsx'
import { FindingLine } from './finding-line.tsx'
import { Happened } from './happened.tsx'
import { RawFacts } from './raw-facts.tsx'
import { VendorRecordNote } from './vendor-record-note.tsx'

interface ObservationProofProps {
  readonly result: Result
  readonly observationId: string
  readonly onOpen: (observationId: string) => void
  readonly onBack?: () => void
}

/** One observation: when, by whom, caused by what; the thing itself; what is known of its vendor; and how to cite it. */
export function ObservationProof({ result, observationId, onOpen, onBack }: ObservationProofProps) {
  const { t } = useTranslation()
  const detail = useAsked(
    () => client.results.observation({ id: result.id, observationId }),
    [result.id, observationId],
  )
  const cameFromTree = useRef(false)
  const goOn = (id: string): void => {
    cameFromTree.current = true
    onOpen(id)
  }
  return (
    <Stack gap="md">
      {onBack && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={onBack}>
          {t('drawer.back')}
        </Anchor>
      )}
      <Answer of={detail}>
        {(found) => (
          <>
            <Head result={result} detail={found} />
            {found.findings.length > 0 && (
              <div>
                <Text fw={600}>{t('drawer.findings')}</Text>
                {found.findings.map((finding) => (
                  <FindingLine key={finding.key} finding={finding} />
                ))}
              </div>
            )}
            {found.chain.length > 0 && (
              <CauseTree
                key={observationId}
                scanId={result.id}
                way={found.chain}
                onOpen={goOn}
                takesFocus={cameFromTree.current}
              />
            )}
            <RawFacts scanId={result.id} observation={found.observation} />
            {found.row.vendorId !== null && <VendorRecordNote vendorId={found.row.vendorId} />}
            {found.sighting && (
              <Text size="sm" c="dimmed">
                {t('drawer.because', { source: found.sighting.source })} ·{' '}
                {t(`confidence.${found.sighting.confidence}`)}
              </Text>
            )}
            {found.picture && <Picture scanId={result.id} steps={result.steps} picture={found.picture} />}
            <Citation text={found.citation} />
          </>
        )}
      </Answer>
    </Stack>
  )
}

function Head({ result, detail }: { readonly result: Result; readonly detail: ObservationDetail }) {
  const { t } = useTranslation()
  const { since } = useFormats()
  const { row, loadedAt, clickedAt } = detail
  const step = result.steps.find(({ id }) => id === row.stepId)?.label ?? row.stepId
  return (
    <div>
      <Text fw={600} size="lg">
        {t(`kind.${row.kind}`)}
      </Text>
      <Happened detail={detail} />
      <MiddleCut text={row.title} most={160} />
      <Text size="sm">
        {t(`state.${row.state}`)}, <bdi>{step}</bdi>, {t(`phase.${row.phase}`)}, {t('picture.run', { run: row.run })}
      </Text>
      <Text size="sm">
        {loadedAt !== null && `${t('drawer.afterLoad', { time: since(row.at - loadedAt) })} · `}
        {clickedAt !== null && `${t('drawer.afterClick', { time: since(row.at - clickedAt) })} · `}
        <time dateTime={row.utc}>{row.utc}</time>
      </Text>
      <Group gap="xs">
        <Text size="sm">
          <bdi>{row.vendorName ?? t('drawer.noVendor')}</bdi>
        </Text>
        {row.category !== null && <CategoryName category={row.category} />}
        {row.party !== null && <Text size="sm">{t(`party.${row.party}`)}</Text>}
      </Group>
    </div>
  )
}

function Citation({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy} style={{ alignSelf: 'flex-start' }}>
          {t(copied ? 'drawer.copied' : 'drawer.copy')}
        </Button>
      )}
    </CopyButton>
  )
}
