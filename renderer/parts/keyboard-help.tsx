import { Kbd, Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyName } from './key-names.ts'

/** Every key that does something, and where. */
export function KeyboardHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Table verticalSpacing={4} fz="sm">
        <Table.Tbody>
          {KEYS.map(([key, does]) => (
            <Table.Tr key={key}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <Kbd>{keyName(key)}</Kbd>
              </Table.Td>
              <Table.Td>{t(`keys.${does}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}

const KEYS = [
  ['Mod K', 'find'],
  ['?', 'help'],
  ['← ↑ → ↓', 'walk'],
  ['Page ↑ Page ↓', 'band'],
  ['Enter', 'open'],
  ['Esc', 'close'],
  ['f', 'filter'],
  ['c', 'category'],
  ['⇧ ← ⇧ →', 'wider'],
  ['Mod Z', 'undo'],
  ['Mod ⇧ Z', 'redo'],
  ['Mod S', 'save'],
] as const
