import { Group, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { hiddenAddress, revealedAddress } from './hidden.ts'
import { ShowHidden } from './show-hidden.tsx'

interface SecretAddressProps {
  readonly label: string
  readonly description: string
  readonly placeholder: string
  readonly value: string
  readonly error: ReactNode
  readonly onChange: (value: string) => void
}

/** An address in which a password may stand: it is hidden until a person asks for it, and can be typed over unseen. */
export function SecretAddress({ value, onChange, ...about }: SecretAddressProps) {
  const [isShown, setShown] = useState(false)
  const hidden = hiddenAddress(value)
  return (
    <Group align="flex-end" gap="xs" style={{ flex: '1 1 320px' }}>
      <TextInput
        {...about}
        style={{ flex: 1 }}
        spellCheck={false}
        autoComplete="off"
        value={isShown ? value : hidden}
        onChange={({ currentTarget }) => onChange(revealedAddress(currentTarget.value, value))}
      />
      {hidden !== value && <ShowHidden isShown={isShown} turn={() => setShown(!isShown)} />}
    </Group>
  )
}
