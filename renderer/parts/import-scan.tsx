import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client, failureOf, type Failure } from '../client.ts'
import { FailureNote } from './answer.tsx'

/** Opens a scan that somebody sent as a `.tagtrail` file. */
export function ImportScan({ projectId = null }: { readonly projectId?: string | null }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isReading, setReading] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const read = async (file: File | null): Promise<void> => {
    if (!file) return
    setReading(true)
    setFailure(null)
    try {
      const { id } = await client.scans.import({ file, projectId })
      await navigate(`/scans/${id}`)
    } catch (reason) {
      setFailure(failureOf(reason))
    } finally {
      setReading(false)
    }
  }
  return (
    <>
      <FileButton accept=".tagtrail" onChange={(file) => void read(file)}>
        {(props) => (
          <Button variant="default" loading={isReading} {...props}>
            {t('scanFile.open')}
          </Button>
        )}
      </FileButton>
      {failure && <FailureNote failure={failure} />}
    </>
  )
}
