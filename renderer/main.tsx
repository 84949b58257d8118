import '@mantine/core/styles.css'
import '@mantine/spotlight/styles.css'
import '@fontsource-variable/inter'
import './style.css'
import './tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { connect } from './client.ts'
import { goToLastPlace } from './last-place.ts'
import { allowStyles } from './style-nonce.ts'
import { startTexts } from './texts.ts'

allowStyles()
await Promise.all([startTexts(), goToLastPlace(connect())])
const place = document.querySelector('#root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
