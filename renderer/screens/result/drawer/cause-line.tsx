import {
  IconArrowUpRight,
  IconBox,
  IconCode,
  IconCookie,
  IconDatabase,
  IconFeather,
  IconFileText,
  IconFingerprint,
  IconPlugConnected,
  type Icon,
} from '@tabler/icons-react'
import type { HTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import type { CauseLink } from '../../../../main/contract.ts'
import { MiddleCut } from '../../../parts/middle-cut.tsx'
import type { LinkRow, MoreRow } from './cause-rows.ts'
import { useCauseWords } from './cause-words.ts'
import classes from './cause-tree.module.css'

type Place = Pick<HTMLAttributes<HTMLElement>, 'tabIndex' | 'onFocus' | 'onKeyDown' | 'onClick'>

interface CauseLineProps {
  readonly row: LinkRow
  readonly place: Place
  readonly onToggle: () => void
}

const ICONS: Readonly<Record<CauseLink['is'], Icon>> = {
  document: IconFileText,
  container: IconBox,
  script: IconCode,
  request: IconArrowUpRight,
  socket: IconPlugConnected,
  cookie: IconCookie,
  storage: IconDatabase,
  read: IconFingerprint,
  canary: IconFeather,
}

/** One cause or effect: what it is, whose, how the one above caused it, and what else it led to. */
export function CauseLine({ row, place, onToggle }: CauseLineProps) {
  const { t } = useTranslation()
  const { about, amounts } = useCauseWords()
  const { link, isHere, isOpen, hasChild, led, level, lines } = row
  const Sign = ICONS[link.is]
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isHere}
      aria-current={isHere || undefined}
      aria-expanded={led.length > 0 ? isOpen : undefined}
      className={classes.line}
      data-leads={(link.observationId !== null && !isHere) || undefined}
      {...place}
    >
      <Guides lines={lines} />
      <span className={classes.stem} data-child={hasChild || undefined} aria-hidden>
        <span className={classes.sign} data-category={link.category ?? undefined} data-here={isHere || undefined}>
          <Sign size={14} stroke={1.75} />
        </span>
      </span>
      <span className={classes.text}>
        <span className={classes.title}>
          <MiddleCut text={link.title} most={Math.max(28, 68 - level * 4)} />
        </span>
        <span className={classes.about}>
          {about(link).map((part, index) => (
            <span key={part}>
              {index > 0 && ' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
        </span>
        {link.others.length > 0 && (
          <span className={classes.about}>
            {t('chain.others')} <bdi title={link.others.join('\n')}>{link.others.map(lastOf).join(', ')}</bdi>
          </span>
        )}
        {led.length > 0 && (
          <span
            className={classes.led}
            data-open={isOpen || undefined}
            onClick={(event) => {
              event.stopPropagation()
              onToggle()
            }}
          >
            {t(hasChild && !isOpen ? 'chain.ledAlso' : 'chain.led', { what: amounts(led) })}
          </span>
        )}
      </span>
    </div>
  )
}

/** What was not asked for yet. */
export function MoreLine({ row, place }: { readonly row: MoreRow; readonly place: Place }) {
  const { t } = useTranslation()
  return (
    <div role="treeitem" aria-level={row.level} aria-selected={false} className={classes.line} data-leads {...place}>
      <Guides lines={row.lines} />
      <span className={classes.stem} aria-hidden />
      <span className={classes.led}>{t('drawer.more', { count: row.count })}</span>
    </div>
  )
}

/** The lines of the tree on the left: straight on where more follows above, a bend to this one. */
function Guides({ lines }: { readonly lines: readonly boolean[] }) {
  return lines.slice(-MOST_GUIDES).map((goesOn, index, shown) => (
    // The place is all there is to tell them apart by.
    // oxlint-disable-next-line react/no-array-index-key
    <span
      key={index}
      aria-hidden
      className={classes.guide}
      data-on={goesOn || undefined}
      data-bend={index === shown.length - 1 || undefined}
    />
  ))
}

/** `fbevents.js` of an address. */
function lastOf(address: string): string {
  const { host = '', pathname = '' } = URL.parse(address) ?? {}
  return pathname.split('/').at(-1) || host || address
}

/** Deeper trees do not move on to the right. */
const MOST_GUIDES = 10
