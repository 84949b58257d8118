import type { Words } from './words.ts'

export const finnish: Words = {
  language: 'fi',
  topic: 'eväste*|evästei*|cookie*',
  context:
    'sivusto*|verkkosivu*|tietosuoja*|suostumu*|henkilötie*|kokemu*|analy*|mainon*|mainoks*|kolmans*|kolmann*|kumppan*|käyttö*|yksityisyy*',
  accept: 'hyväksy*|hyväksyn|salli*|sallin|suostun|annan suostumuksen|kyllä|selvä hyväksyn',
  reject:
    'hylkää*|hylkaan|kiellä*|kiellän|estä|en hyväksy|älä hyväksy|älä salli|en salli|en suostu|hyväksymättä|ilman suostumusta|ilman hyväksyntää|ei|ei kiitos|kieltäydy*|poista käytöstä',
  only: 'vain välttämät*|vain tarpeelli*|vain pakolli*|ainoastaan välttämät*|hyväksy välttämät*|hyväksy vain välttämät*|salli välttämät*|salli vain välttämät*|vain tekniset|vain toiminnalliset|käytä vain välttämättömiä|välttämättömät evästeet|hyväksy pakolliset|hyväksy tarpeelliset',
  settings:
    'personoi*|asetuk*|evästeasetuk*|muokkaa*|mukauta*|hallinnoi|hallitse|valitse|vaihtoehdot|määritä|näytä tiedot|muuta*|yksityisyysasetukset|lisää vaihtoehtoja|räätälöi|konfigur*',
  save: 'tallenna*|vahvista*|valinnat|valitut|valintani|salli valitut|hyväksy valitut|salli valinta|hyväksy valinnat|käytä valintoja|valinta',
  acknowledge: 'ok|okei|selvä|ymmärrän|ymmärsin|sulje|jatka|asia selvä',
  filler:
    'evästeet|evästeiden|evästeitä|ja|sivuston|minun|käyttö|käytön|valinnaiset|muut kuin välttämättömät|omat|sivustolle|sivuille|tai|näiden|cookies',
  all: 'kaikki|kaikkia|kaiken',
}
