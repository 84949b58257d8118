import type { ObservationRow } from '../../../main/contract.ts'
import { useSaid } from '../../parts/wordings.tsx'

/** What there is to say of an observation in a few words. */
export function RowDetail({ of: { detail, detailWording } }: { readonly of: Detailed }) {
  const say = useSaid()
  return <bdi>{say(detail, detailWording)}</bdi>
}

type Detailed = Pick<ObservationRow, 'detail' | 'detailWording'>
