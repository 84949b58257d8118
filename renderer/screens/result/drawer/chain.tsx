import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChainLink } from '../../../../main/contract.ts'
import { MiddleCut } from '../../../parts/middle-cut.tsx'
import classes from './drawer.module.css'

interface ChainProps {
  readonly links: readonly ChainLink[]
  readonly onOpen: (observationId: string) => void
}

/** What caused it, from the page on the left to the thing itself on the right; each box leads to its own proof. */
export function Chain({ links, onOpen }: ChainProps) {
  const { t } = useTranslation()
  return (
    <div>
      <Text fw={600}>{t('chain.title')}</Text>
      <ol className={classes.chain}>
        {links.map((link, index) => {
          const isHere = index === links.length - 1
          const { observationId } = link
          return (
            <li key={`${index} ${link.title}`}>
              {observationId === null || isHere ? (
                <div className={classes.link} data-here={isHere || undefined}>
                  <LinkText link={link} />
                </div>
              ) : (
                <button type="button" className={classes.link} onClick={() => onOpen(observationId)}>
                  <LinkText link={link} />
                </button>
              )}
            </li>
          )
        })}
      </ol>
      {links.some(({ observationId }) => observationId === null) && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('chain.unseen')}
        </Text>
      )}
    </div>
  )
}

function LinkText({ link }: { readonly link: ChainLink }) {
  const { t } = useTranslation()
  return (
    <>
      <Text span size="xs" c="dimmed">
        {t(`chain.${link.is}`)}
        {link.vendorName !== null && (
          <>
            {' · '}
            <bdi>{link.vendorName}</bdi>
          </>
        )}
      </Text>
      <br />
      <MiddleCut text={link.title} most={48} />
      {link.line !== null && `:${link.line}`}
    </>
  )
}
