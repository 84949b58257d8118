import type { Words } from './words.ts'

export const danish: Words = {
  language: 'da',
  topic: 'cookie*|lignende teknologi*',
  context:
    'hjemmeside*|website*|side*|privatliv*|samtykke*|persondata*|personoplysning*|oplevelse*|analy*|annonce*|markedsforing*|tredjepart*|statistik*|trafik*|partner*',
  accept: 'accept*|accepter*|tillad*|godkend*|jeg accepterer|samtykk*|giv samtykke|ja|ja tak|enig',
  reject:
    'afvis*|nagt*|naegt*|nægt*|afsla*|accepter ikke|tillad ikke|godkend ikke|samtykker ikke|uden at acceptere|uden accept|uden samtykke|nej|nej tak|deaktiver*|blokér|fravælg*',
  only: 'kun nødvendige|kun de nødvendige|kun nødvendig*|kun strengt nødvendige|kun påkrævede|kun funktionelle|kun tekniske|strengt nødvendige|accepter nødvendige|accepter kun nødvendige|tillad nødvendige|tillad kun nødvendige|godkend nødvendige|brug kun nødvendige|nødvendige cookies|nødvendig cookies',
  settings:
    'indstilling*|cookieindstilling*|tilpas*|administrer*|præferencer|preferencer|vælg|rediger*|valgmuligheder|vis detaljer|ændr*|skift|konfigurer*|flere valg',
  save: 'gem*|bekræft*|udvalgte|valgte|valg|tillad valgte|accepter valgte|tillad udvalgte|godkend valgte|mine valg|mit valg|anvend',
  acknowledge: 'ok|okay|forstået|jeg forstår|luk|fortsæt|videre|det er fint|den er fin',
  filler:
    'cookies|og|de|det|den|jeg|på|af|mine|dine|til|hjemmesiden|valgfrie|ikke nødvendige|vores|brug|brugen|for|eller|med|disse',
  all: 'alle|alt|samtlige',
}
