import { Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'

/** What a screen is about, also in the title of the window. A page may have chosen it: only ever text. */
export function ScreenTitle({ children, id }: { readonly children: string; readonly id?: string }) {
  const { t } = useTranslation()
  useDocumentTitle(children === '' ? t('app.name') : `${children} · ${t('app.name')}`)
  return (
    <Title order={1} size="h2" {...(id === undefined ? {} : { id })}>
      <bdi>{children}</bdi>
    </Title>
  )
}
