import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ScanSummary } from '../../main/contract.ts'
import { client, failureOf, type Failure } from '../client.ts'
import { FailureNote } from './answer.tsx'

interface ScanAgainProps {
  readonly scan: ScanSummary
  /** Whether it is the first thing to do here. */
  readonly isFirst?: boolean
}

/** The same funnel as it is now, once more; nothing for a scan that belongs to no funnel of ours. */
export function ScanAgain({ scan: { funnelId, origin }, isFirst = false }: ScanAgainProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Failure | null>(null)
  if (funnelId === null && origin !== 'demo') return null
  const again = async (): Promise<void> => {
    setFailure(null)
    try {
      const { id } = await (funnelId === null ? client.scans.startDemo() : client.scans.start({ funnelId }))
      await navigate(`/scans/${id}`)
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  return (
    <>
      <Button variant={isFirst ? 'filled' : 'default'} onClick={() => void again()}>
        {t('scan.again')}
      </Button>
      {failure && <FailureNote failure={failure} />}
    </>
  )
}
