import { Image, Loader, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanDraft, StepVisit } from '../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../client.ts'
import { FailureNote } from '../../parts/answer.tsx'
import { MiddleCut } from '../../parts/middle-cut.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { stepsOf } from './draft.ts'
import classes from './step-visited.module.css'

interface StepVisitedProps {
  readonly draft: PlanDraft
  readonly index: number
  readonly onClose: () => void
}

/** A look at one step as a visitor has it who made no choice; closing it ends the visit. */
export function StepVisited({ draft, index, onClose }: StepVisitedProps) {
  const { t } = useTranslation()
  const [visit, setVisit] = useState<StepVisit | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  // The step as it was when one asked for it.
  const [asked] = useState({ draft, index })
  useEffect(() => {
    const stopping = new AbortController()
    client.funnels.visit(asked, { signal: stopping.signal }).then(setVisit, (reason: unknown) => {
      if (!stopping.signal.aborted) setFailure(failureOf(reason))
    })
    return () => stopping.abort()
  }, [asked])
  const step = stepsOf(asked.draft)[asked.index]
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('visit.title', { step: step?.label || step?.id })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {failure && <FailureNote failure={failure} />}
      {!visit && !failure && (
        <Stack align="center" py="xl" role="status">
          <Loader size="sm" />
          <Text c="dimmed">{t('visit.waiting')}</Text>
        </Stack>
      )}
      {visit && <Visited visit={visit} />}
    </Modal>
  )
}

function Visited({ visit: { url, title, status, hasBanner, picture, requests, gaps } }: { readonly visit: StepVisit }) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm">
      <div>
        <Text>
          <bdi>{title}</bdi>
        </Text>
        {url !== null && <MiddleCut text={url} />}
        <Text size="sm" c="dimmed">
          {status !== null && `${t('visit.status', { status })} · `}
          {t('visit.requests', { count: requests })} · {t(hasBanner ? 'visit.banner' : 'consent.noBanner')}
        </Text>
      </div>
      {gaps.map((gap) => (
        <Text key={gap} size="sm" role="alert">
          <Sentence text={gap} />
        </Text>
      ))}
      {picture !== null && <Image className={classes.picture} src={picture} alt={t('visit.picture')} />}
      <Text size="sm" c="dimmed">
        {t('visit.notKept')}
      </Text>
    </Stack>
  )
}
