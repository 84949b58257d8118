import { Anchor, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ScreenTitle } from '../parts/screen-title.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Stack align="flex-start">
      <ScreenTitle>{t('app.notFound')}</ScreenTitle>
      <Anchor component={Link} to="/">
        {t('app.toHome')}
      </Anchor>
    </Stack>
  )
}
