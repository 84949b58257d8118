import type { Words } from './words.ts'

export const slovak: Words = {
  language: 'sk',
  topic: 'cookie*|súbor* cookie*',
  context:
    'web*|stránk*|súkromi*|osobné|osobných|údaj*|súhlas*|analýz*|návštevnos*|reklam*|tretích strán|partner*|zásad*|prehliada*|služb*',
  accept:
    'povoľte|prijať|prijímam|prijmi|prijmem|súhlas*|súhlasím|povoliť|povoľujem|akcept*|akceptovať|áno|schváliť|udeliť súhlas',
  reject:
    'odmietnuť|odmietam|odmietn*|zamietnuť|nesúhlas*|nesúhlasím|neprijať|neprijímam|nepovoliť|bez súhlasu|bez prijatia|nie|nie ďakujem|zakázať|zablokovať',
  only: 'len nevyhnutn*|iba nevyhnutn*|len potrebné|iba potrebné|len nutné|iba nutné|len technické|iba technické|len základné|iba základné|nevyhnutne potrebné|prijať nevyhnutné|prijať len nevyhnutné|prijať iba nevyhnutné|povoliť nevyhnutné|povoliť len nevyhnutné|povoliť iba nevyhnutné|len funkčné|povoliť iba potrebné',
  settings:
    'nastaven*|nastaviť|prispôsob*|upraviť|uprav*|spravovať|správa|predvoľby|možnosti|vybrať|zvoliť|zmeniť|zobraziť podrobnosti|viac možností|podrobné|vlastné nastavenia',
  save: 'uložiť*|potvrdiť|potvrdzujem|vybrané|výber|povoliť vybrané|prijať vybrané|povoliť výber|použiť',
  acknowledge: 'ok|okay|rozumiem|zavrieť|pokračovať|beriem na vedomie|v poriadku|chápem',
  filler:
    'cookies|cookie|súbory|súborov|a|sa|s|na|používaním|použitím|moje|voliteľné|web|stránky|do|alebo|tieto|všetkými|so|i|pre',
  all: 'všetko|všetky|všetkým|všetkými',
}
