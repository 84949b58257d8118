import type { Words } from './words.ts'

export const norwegian: Words = {
  language: 'no',
  topic: 'cookie*|informasjonskapsl*|kapsler',
  context:
    'nettsted*|nettside*|side*|personvern*|samtykke*|personopplysning*|opplevelse*|analy*|annons*|markedsføring*|tredjepart*|statistikk*|trafikk*|partner*',
  accept: 'godta*|aksepter*|tillat*|godkjenn*|jeg godtar|jeg aksepterer|samtykk*|jeg samtykker|ja|ja takk|enig',
  reject:
    'avvis*|avslå*|nekt*|ikke godta|godta ikke|ikke aksepter|aksepter ikke|ikke tillat|tillat ikke|uten å godta|uten å akseptere|uten samtykke|nei|nei takk|deaktiver*|blokker*',
  only: 'bare nødvendige|kun nødvendige|kun nødvendig*|bare nødvendig*|kun strengt nødvendige|bare strengt nødvendige|strengt nødvendige|godta nødvendige|godta bare nødvendige|godta kun nødvendige|tillat nødvendige|tillat kun nødvendige|aksepter nødvendige|bruk kun nødvendige|nødvendige informasjonskapsler|kun påkrevde|bare påkrevde',
  settings:
    'innstilling*|cookie innstilling*|tilpass*|administrer*|behandle|velg|endre*|preferanser|alternativer|vis detaljer|konfigurer*|mine valg|flere valg|rediger*|konfigur*',
  save: 'valgt|godtar valgt|lagre*|bekreft*|utvalg*|valgte|valg|tillat valgte|godta valgte|tillat utvalg|aksepter valgte|mitt valg|bruk valg',
  acknowledge: 'steng|ok|okay|forstått|jeg forstår|lukk|fortsett|den er grei|greit|skjønner',
  filler:
    'informasjonskapsler|cookies|og|de|det|den|jeg|på|av|mine|dine|nettstedet|valgfrie|ikke nødvendige|våre|bruk|bruken|for|eller|med|disse|til',
  all: 'alle|alt|samtlige',
}
