import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commaSeparated } from './comma-separated.ts'
import { useFormats } from './formats.ts'
import type { Column } from './long-table.tsx'
import { offerFile } from './offer-file.ts'
import type { Pages } from './pages.ts'
import { tabSeparated } from './tab-separated.ts'
import { WorkNote } from './work-note.tsx'
import { useWork } from './work.ts'

interface CopyTableProps<T> {
  readonly label: string
  readonly rows: Pages<T>
  readonly columns: readonly Column<T>[]
}

/** Takes the whole table, as it is filtered and sorted, to the clipboard or into a file, for a spreadsheet or a mail. */
export function CopyTable<T>({ label, rows, columns }: CopyTableProps<T>) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [copied, setCopied] = useState<number | null>(null)
  const work = useWork()
  const titles = columns.map(({ title }) => title)
  const inText = (row: T): string[] => columns.map(({ text }) => text(row))
  const copy = (): Promise<void> =>
    work.begin(async (signal) => {
      const cells: string[][] = []
      // Made into text part by part: all at once, the window would stand still.
      for await (const part of rows.first(MOST_COPIED, signal)) cells.push(...part.map(inText))
      await navigator.clipboard.writeText(tabSeparated(titles, cells))
      setCopied(cells.length)
    })
  const save = (): Promise<void> =>
    work.begin(async (signal) => {
      const parts: string[][][] = []
      for await (const part of rows.first(MOST_SAVED, signal)) parts.push(part.map(inText))
      offerFile(commaSeparated(titles, parts), `${label}.csv`)
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
      <Button variant="default" size="compact-sm" disabled={work.isUnderWay} onClick={() => void save()}>
        {t('copyTable.save')}
      </Button>
    </Group>
  )
}

const MOST_COPIED = 100_000
/** As many as a spreadsheet has lines. */
const MOST_SAVED = 1_048_575
