import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../client.ts'
import type { Asked } from './asked.ts'

/** Shows what was asked for, or that it is on its way, or why it cannot be shown and what to do. */
export function Answer<T>({ of, children }: { readonly of: Asked<T>; readonly children: (value: T) => ReactNode }) {
  if (of.value !== undefined) return children(of.value)
  if (of.failure && of.failure.code !== 'LOST') return <FailureNote failure={of.failure} again={of.again} />
  return <Waiting />
}

export function FailureNote({ failure, again }: { readonly failure: Failure; readonly again?: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert color="alert" role="alert" title={failure.code === 'FAULT' ? t('failure.fault') : t('failure.title')}>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{failure.message}</Text>
      {again && (
        <Button mt="sm" variant="default" onClick={again}>
          {t('failure.again')}
        </Button>
      )}
    </Alert>
  )
}

/** Nothing at first: most answers are there before a person sees that they were awaited. */
export function Waiting({ what }: { readonly what?: string }) {
  const { t } = useTranslation()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), WORDLESS_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  return (
    <Group role="status" gap="xs">
      <Loader size="xs" />
      <Text c="dimmed">{what ?? t('waiting.loading')}</Text>
    </Group>
  )
}

const WORDLESS_MS = 300
