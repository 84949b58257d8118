import { Alert, Text } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What a person did at a switch or a field, and the program could not do: such places have no room to say so themselves. */
export function UnheardFailure() {
  const { t } = useTranslation()
  const [message, setMessage] = useState<string | null>(null)
  useEffect(() => {
    const hear = (event: PromiseRejectionEvent): void => {
      const reason: unknown = event.reason
      if (!(reason instanceof ORPCError)) return
      setMessage(reason.message)
      // A fault of ours still has to be seen by whoever tests.
      if (reason.code === 'SCAN_ERROR' || reason.code === 'NOT_FOUND') event.preventDefault()
    }
    window.addEventListener('unhandledrejection', hear)
    return () => window.removeEventListener('unhandledrejection', hear)
  }, [])
  if (message === null) return null
  return (
    <Alert
      role="alert"
      color="alert"
      mb="md"
      title={t('failure.notDone')}
      withCloseButton
      closeButtonLabel={t('close')}
      onClose={() => setMessage(null)}
    >
      <Text style={{ whiteSpace: 'pre-wrap' }}>{message}</Text>
    </Alert>
  )
}
