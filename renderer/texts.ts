import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import compareDe from './texts/compare.de.json' with { type: 'json' }
import compareEn from './texts/compare.en.json' with { type: 'json' }
import de from './texts/de.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import resultDe from './texts/result.de.json' with { type: 'json' }
import resultEn from './texts/result.en.json' with { type: 'json' }
import screensDe from './texts/screens.de.json' with { type: 'json' }
import screensEn from './texts/screens.en.json' with { type: 'json' }

const english = { ...en, ...resultEn, ...screensEn, ...compareEn }
const german = { ...de, ...resultDe, ...screensDe, ...compareDe }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english }
    /** Misspelt keys are mistakes of the type checker. */
    strictKeyChecks: true
  }
}

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** The language of the setting; `system` is what the browser prefers of those we have. */
export function languageOf(setting: Language | 'system'): Language {
  if (setting !== 'system') return setting
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'en'
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: english }, de: { translation: german } },
    lng: languageOf('system'),
    fallbackLng: 'en',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  })
}
