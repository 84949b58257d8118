import { useTranslation } from 'react-i18next'
import type { CauseLink } from '../../../../main/contract.ts'
import { useFormats } from '../../../parts/formats.ts'
import { useTimes } from '../../../parts/times.ts'
import type { CauseRow } from './cause-rows.ts'

/** What the tree of causes says, in the language of the window. */
export function useCauseWords() {
  const { t, i18n } = useTranslation()
  const { number } = useFormats()
  const { tell } = useTimes()
  const list = new Intl.ListFormat(i18n.language, { type: 'unit' })

  /** `script · Meta Pixel · called on line 39 · load +1.204 s`. */
  const about = ({ is, vendorName, how, line, told, utc }: CauseLink): readonly string[] => [
    t(`chain.${is}`),
    ...(vendorName === null ? [] : [vendorName]),
    ...(how === null ? [] : [wordOf(how) + (line === null ? '' : ` ${t('chain.line', { line })}`)]),
    told === null || utc === null ? t('chain.unseen') : tell({ told, utc }),
  ]
  const wordOf = (how: NonNullable<CauseLink['how']>): string => t(`chain.how.${how}`)

  /** `12 requests, 3 cookie writes`. */
  const amounts = (led: CauseLink['led']): string =>
    list.format(led.map(({ is, count }) => t(`chain.count.${is}`, { count, shown: number(count) })))

  /** The tree as lines, to be pasted where there is no tree. */
  const text = (rows: readonly CauseRow[]): string =>
    rows
      .map((row) => {
        const indent = '  '.repeat(row.level - 1)
        if (row.kind === 'more') return `${indent}${t('drawer.more', { count: row.count })}`
        const { link, isHere, isOpen, led } = row
        const id = link.observationId === null ? '' : ` [${link.observationId}]`
        const line = `${indent}${isHere ? '* ' : '- '}${link.title} (${about(link).join(', ')})${id}`
        return led.length > 0 && !isOpen ? `${line}\n${indent}  ${t('chain.led', { what: amounts(led) })}` : line
      })
      .join('\n')

  return { about, amounts, text }
}
