import { MantineProvider } from '@mantine/core'
import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { screens } from './screens/index.tsx'
import { useAsked } from './parts/asked.ts'
import { client } from './client.ts'
import { keepPlace } from './last-place.ts'
import { styleNonce } from './style-nonce.ts'
import { languageOf } from './texts.ts'
import { theme } from './theme.ts'

/** The whole window: theme, language and the screens. */
export function App() {
  // Not before the token is out of the address.
  const [router] = useState(() => createHashRouter(screens))
  useEffect(() => keepPlace(router), [router])
  const settings = useAsked(() => client.settings.get(), [], ['settings'])
  const { language = 'system', appearance = 'system' } = settings.value ?? {}
  useEffect(() => {
    const wanted = languageOf(language)
    document.documentElement.lang = wanted
    if (i18next.language !== wanted) void i18next.changeLanguage(wanted)
  }, [language])
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={() => styleNonce}
      defaultColorScheme="auto"
      {...(appearance === 'system' ? {} : { forceColorScheme: appearance })}
    >
      <RouterProvider router={router} />
    </MantineProvider>
  )
}
