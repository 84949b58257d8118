import { Code, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import type { TabProps } from './result.tsx'

/** The plan and the instrument as they were recorded, and whether the evidence is what was sealed. */
export function RawTab({ result }: TabProps) {
  const { t } = useTranslation()
  const checked = useAsked(() => client.results.verification({ id: result.id }), [result.id])
  return (
    <Stack gap="lg">
      <section aria-labelledby="seal">
        <Title order={2} size="h3" id="seal">
          {t('raw.seal')}
        </Title>
        <Answer of={checked}>{(verification) => <Json value={verification} />}</Answer>
        {result.sealedBy !== null && <Text size="sm">{t('raw.key', { fingerprint: result.sealedBy })}</Text>}
      </section>
      <section aria-labelledby="environment">
        <Title order={2} size="h3" id="environment">
          {t('raw.environment')}
        </Title>
        <Json value={result.environment} />
      </section>
      <section aria-labelledby="plan">
        <Title order={2} size="h3" id="plan">
          {t('raw.plan')}
        </Title>
        <Json value={result.plan} />
      </section>
    </Stack>
  )
}

function Json({ value }: { readonly value: unknown }) {
  return (
    <Code block tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </Code>
  )
}
