import { useTranslation } from 'react-i18next'
import type { Party } from '../../main/contract.ts'
import classes from './party-name.module.css'

/** Whether something belongs to the site visited: short, with the whole of it on hover. */
export function PartyName({ party }: { readonly party: Party }) {
  const { t } = useTranslation()
  return (
    <abbr className={classes.party} title={t(`party.${party}`)}>
      {t(`partyShort.${party}`)}
    </abbr>
  )
}

export const PARTIES: readonly Party[] = ['first', 'third', 'first-disguised']
