import type { Words } from './words.ts'

export const hungarian: Words = {
  language: 'hu',
  topic: 'cookie*|süti*|sütik*|sütiket',
  context:
    'webold*|weblap*|oldal*|adatvédel*|hozzájárul*|személyes|élmény*|elemz*|hirdet*|harmadik|partner*|statisztik*|marketing*|böngész*|tájékoztat*',
  accept:
    'elfogad*|elfogadom|engedélyez*|engedélyezem|hozzájárul*|hozzájárulok|egyetértek|beleegyez*|beleegyezem|igen|rendben elfogadom|összes elfogadása|fogadj el|fogadd el|fogadja el',
  reject:
    'elvet*|elutasít*|elutasítom|visszautasít*|nem fogadom el|nem fogad el|nem járulok hozzá|nem egyetértek|nem értek egyet|nem engedélyez*|elfogadás nélkül|hozzájárulás nélkül|nem|nem köszönöm|letilt*|tiltás|megtagad*',
  only: 'csak szükséges*|csak a szükséges*|csak elengedhetetlen*|csak az elengedhetetlen*|csak a feltétlenül szükséges*|csak a működéshez szükséges*|kizárólag szükséges*|szükségesek elfogadása|csak szükségesek elfogadása|feltétlenül szükséges*|csak alapvető|csak az alapvető|szükséges sütik|szükséges sütik elfogadása|csak technikai|csak a technikai',
  settings:
    'beállít*|süti beállít*|testreszab*|kezel*|személyre szab*|módosít*|preferenci*|opciók|választok|választás|részletek megjelenítése|részletes|lehetőségek|további lehetőségek',
  save: 'ment*|mentés*|megerősít*|kiválasztott*|kijelölt*|választás mentése|kiválasztás|kiválasztottak elfogadása|kijelöltek elfogadása|kijelöltek engedélyezése|kiválasztottak engedélyezése|jóváhagy*|alkalmaz*',
  acknowledge: 'ok|oké|rendben|értem|megértettem|bezár*|bezárás|folytat*|tovább|tudomásul veszem',
  filler:
    'a|az|és|sütik|sütiket|sütit|sütiket|cookie|cookiek|cookies|cookie k|k|t|használat|használatát|használatához|opcionális|nem szükséges|nem kötelező|el|vagy|ezt|be|ki|meg',
  all: 'összes|mindet|minden|mindent|mind|valamennyi|az összeset|az öszeset|összeset|öszeset',
}
