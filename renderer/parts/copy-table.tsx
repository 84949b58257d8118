import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, type Failure } from '../client.ts'
import { FailureNote } from './answer.tsx'
import { useFormats } from './formats.ts'
import type { Column } from './long-table.tsx'
import type { Pages } from './pages.ts'
import { tabSeparated } from './tab-separated.ts'

interface CopyTableProps<T> {
  readonly rows: Pages<T>
  readonly columns: readonly Column<T>[]
}

/** Takes the whole table as it is filtered to the clipboard, for a spreadsheet or a mail. */
export function CopyTable<T>({ rows, columns }: CopyTableProps<T>) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [copied, setCopied] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const copy = async (): Promise<void> => {
    setFailure(null)
    try {
      const found = await rows.first(MOST_ROWS)
      const cells = found.map((row) => columns.map(({ text }) => text(row)))
      await navigator.clipboard.writeText(
        tabSeparated(
          columns.map(({ title }) => title),
          cells,
        ),
      )
      setCopied(found.length)
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  const isCut = copied !== null && copied < (rows.total ?? 0)
  return (
    <Group gap="xs" role="status">
      {failure && <FailureNote failure={failure} />}
      {isCut && <Text size="sm">{t('copyTable.most', { shown: number(copied) })}</Text>}
      <Button variant="default" size="compact-sm" onClick={() => void copy()}>
        {t(copied === null ? 'copyTable.copy' : 'copyTable.copied')}
      </Button>
    </Group>
  )
}

const MOST_ROWS = 100_000
