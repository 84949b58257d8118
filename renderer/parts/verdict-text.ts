import type { TFunction } from 'i18next'
import type { StateAssessment } from '../../main/contract.ts'

/** The verdict in a band's head: `proven, 4 signals`, `no banner`, `inconclusive`. */
export function verdictText(t: TFunction, { verdict, proof }: StateAssessment): string {
  const signals = proof.filter(({ agrees }) => agrees).length
  return verdict === 'proven' && signals > 0 ? t('provenBy', { count: signals }) : t(`verdict.${verdict}`)
}
