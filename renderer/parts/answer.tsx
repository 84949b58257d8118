import { Alert, Button, Group, Loader, Text, type AlertProps } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../client.ts'
import { STOPPED, type Asked } from './asked.ts'
import { useFormats } from './formats.ts'

/** Shows what was asked for, or that it is on its way, or why it cannot be shown and what to do. */
export function Answer<T>({ of, what, children }: AnswerProps<T>) {
  if (of.value !== undefined) return children(of.value)
  if (of.failure && of.failure.code !== 'LOST') return <FailureNote failure={of.failure} again={of.again} />
  return <Waiting what={what} stop={of.stop} />
}

interface AnswerProps<T> {
  readonly of: Asked<T>
  /** What is going on meanwhile, in words. */
  readonly what?: string | undefined
  readonly children: (value: T) => ReactNode
}

export function FailureNote({ failure, again }: { readonly failure: Failure; readonly again?: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert {...toneOf(failure)} title={titleOf(failure)}>
      {failure.message !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{failure.message}</Text>}
      {again && (
        <Button mt="sm" variant="default" onClick={again}>
          {t('failure.again')}
        </Button>
      )}
    </Alert>
  )

  function titleOf({ code }: Failure): string {
    if (code === STOPPED) return t('waiting.stopped')
    return code === 'FAULT' ? t('failure.fault') : t('failure.title')
  }
}

/** What a person has stopped is no alarm. */
function toneOf({ code }: Failure): Pick<AlertProps, 'color' | 'role' | 'variant'> {
  return code === STOPPED ? { variant: 'default', role: 'status' } : { color: 'alert', role: 'alert' }
}

interface WaitingProps {
  readonly what?: string | undefined
  /** How much of it is done, from 0 to 1, where that is known. */
  readonly share?: number | null
  /** Without it there is no way to stop what is awaited. */
  readonly stop?: () => void
}

/** Nothing at first: most answers are there before a person sees that they were awaited. Then words, then a way out. */
export function Waiting({ what, share = null, stop }: WaitingProps) {
  const { t } = useTranslation()
  const { duration, percent } = useFormats()
  const [waitedMs, setWaitedMs] = useState(0)
  useEffect(() => {
    const begun = performance.now()
    const tell = (): void => setWaitedMs(performance.now() - begun)
    const first = setTimeout(tell, WORDLESS_MS)
    const others = setInterval(tell, LONG_MS)
    return () => {
      clearTimeout(first)
      clearInterval(others)
    }
  }, [])
  if (waitedMs === 0) return null
  const isLong = waitedMs >= LONG_MS
  return (
    <Group gap="xs">
      <Loader size="xs" />
      <Text role="status" c="dimmed">
        {what ?? t('waiting.loading')}
      </Text>
      {isLong && (
        <Text c="dimmed" aria-hidden>
          {share === null ? duration(waitedMs) : percent(share)}
        </Text>
      )}
      {isLong && stop && (
        <Button size="compact-sm" variant="default" onClick={stop}>
          {t('waiting.stop')}
        </Button>
      )}
    </Group>
  )
}

const WORDLESS_MS = 300
const LONG_MS = 1000
