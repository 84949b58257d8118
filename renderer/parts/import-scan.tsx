import { Button, FileButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '../client.ts'
import { sendScan } from './scan-file.ts'
import { WorkNote } from './work-note.tsx'
import { useWork } from './work.ts'

/** Opens a scan that somebody sent as a `.tagtrail` file. */
export function ImportScan({ projectId = null }: { readonly projectId?: string | null }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const work = useWork()
  const read = (file: File): Promise<void> =>
    work.begin(async (signal, tell) => {
      const { id } = await sendScan(client, file, { projectId, signal, tell })
      await navigate(`/scans/${id}`)
    })
  return (
    <>
      <FileButton accept=".tagtrail" onChange={(file) => file && void read(file)}>
        {(props) => (
          <Button variant="default" loading={work.isUnderWay} {...props}>
            {t('scanFile.open')}
          </Button>
        )}
      </FileButton>
      <WorkNote work={work} what={t('scanFile.reading')} />
    </>
  )
}
