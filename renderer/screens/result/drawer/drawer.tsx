import { Drawer as SidePanel } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../main/contract.ts'
import { useAddress } from '../../../parts/address.ts'
import { openedOf } from '../../../parts/cell-address.ts'
import { CellProof } from './cell-proof.tsx'
import { FindingProof } from './finding-proof.tsx'
import { ObservationProof } from './observation-proof.tsx'
import { VendorProof } from './vendor-proof.tsx'

/** The proof behind whatever was clicked; which one stands in the address. An observation lies on top of what led to it. */
export function Drawer({ result }: { readonly result: Result }) {
  const { t } = useTranslation()
  const address = useAddress()
  const cell = openedOf(address.get('cell'))
  const [finding, observation, row] = ['finding', 'observation', 'row'].map((name) => address.get(name))
  const close = (): void => address.set({ cell: null, finding: null, observation: null, row: null }, true)
  const open = (id: string): void => address.set({ observation: id }, true)
  const isOpen = cell !== null || [finding, observation, row].some((each) => each != null)
  return (
    <SidePanel
      opened={isOpen}
      onClose={close}
      position="right"
      size={640}
      title={t('drawer.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      {observation != null ? (
        <ObservationProof
          result={result}
          observationId={observation}
          onOpen={open}
          {...(cell || finding != null || row != null
            ? { onBack: () => address.set({ observation: null }, true) }
            : {})}
        />
      ) : cell ? (
        <CellProof result={result} cell={cell} onOpen={open} />
      ) : finding != null ? (
        <FindingProof result={result} findingKey={finding} onOpen={open} />
      ) : row != null ? (
        <VendorProof result={result} row={row} onOpen={open} />
      ) : null}
    </SidePanel>
  )
}
