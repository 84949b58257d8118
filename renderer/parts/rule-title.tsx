import { useTranslation } from 'react-i18next'
import german from '../texts/rules.de.json' with { type: 'json' }

/** What a rule is called: as the scan has it, which is in English, unless the window speaks a language that has a name for it. */
export function RuleTitle({ of: { ruleId, title } }: { readonly of: Titled }) {
  const { i18n } = useTranslation()
  const own = i18n.language === 'de' ? GERMAN.get(ruleId) : undefined
  return own === undefined ? <span lang="en">{title}</span> : own
}

interface Titled {
  readonly ruleId: string
  readonly title: string
}

const GERMAN: ReadonlyMap<string, string> = new Map(Object.entries(german))
