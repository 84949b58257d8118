import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Shows what is hidden, or hides it again; says which of the two it would do. */
export function ShowHidden({ isShown, turn }: { readonly isShown: boolean; readonly turn: () => void }) {
  const { t } = useTranslation()
  return (
    <Button size="compact-sm" variant="default" aria-pressed={isShown} onClick={turn}>
      {t(isShown ? 'secrets.hide' : 'secrets.show')}
    </Button>
  )
}
