import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from './formats.ts'
import type { Column } from './long-table.tsx'
import type { Pages } from './pages.ts'
import { tabSeparated } from './tab-separated.ts'
import { WorkNote } from './work-note.tsx'
import { useWork } from './work.ts'

interface CopyTableProps<T> {
  readonly rows: Pages<T>
  readonly columns: readonly Column<T>[]
}

/** Takes the whole table as it is filtered to the clipboard, for a spreadsheet or a mail. */
export function CopyTable<T>({ rows, columns }: CopyTableProps<T>) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [copied, setCopied] = useState<number | null>(null)
  const work = useWork()
  const copy = (): Promise<void> =>
    work.begin(async (signal) => {
      const cells: string[][] = []
      // Made into text part by part: all at once, the window would stand still.
      for await (const part of rows.first(MOST_ROWS, signal))
        cells.push(...part.map((row) => columns.map(({ text }) => text(row))))
      const titles = columns.map(({ title }) => title)
      await navigator.clipboard.writeText(tabSeparated(titles, cells))
      setCopied(cells.length)
    })
  const isCut = copied !== null && copied < (rows.total ?? 0)
  return (
    <Group gap="xs">
      <WorkNote work={work} what={t('copyTable.copying')} />
      {isCut && (
        <Text size="sm" role="status">
          {t('copyTable.most', { shown: number(copied) })}
        </Text>
      )}
      <Button variant="default" size="compact-sm" disabled={work.isUnderWay} onClick={() => void copy()}>
        {t(copied === null ? 'copyTable.copy' : 'copyTable.copied')}
      </Button>
    </Group>
  )
}

const MOST_ROWS = 100_000
