import type { Words } from './words.ts'

export const croatian: Words = {
  language: 'hr',
  topic: 'kolačić*|kolacic*|cookie*',
  context:
    'stranic*|web*|privatnos*|podat*|privol*|suglasn*|pristan*|iskustv*|anali*|oglas*|treć*|partner*|pravil*|promet*|preglednik*',
  accept:
    'prihvati*|prihvaćam|prihvaćanje|prihvatiti|dopusti*|dopuštam|omogući*|slažem se|suglasan sam|pristajem|da|odobri*|dozvoli*|slazem se|prihvacam',
  reject:
    'zanijeci|odbij*|odbijam|odbiti|odbaci*|ne prihvaćam|ne slažem se|ne pristajem|ne dopuštam|ne dopusti|bez prihvaćanja|bez privole|bez pristanka|ne|ne hvala|onemogući*|zabrani*|blokiraj*',
  only: 'samo nužn*|samo neophodn*|samo potrebn*|samo obavezn*|samo osnovn*|samo tehničk*|isključivo nužn*|strogo nužn*|prihvati nužne|prihvati samo nužne|prihvati neophodne|prihvati samo neophodne|dopusti nužne|dopusti samo nužne|nužni kolačići|samo funkcionaln*|prihvaćam samo nužne|prihvaćam nužne',
  settings:
    'postavk*|postavi|prilagod*|uredi*|upravljaj*|upravljanje|preferencij*|opcije|odaberi|izmijeni|promijeni|prikaži detalje|mogućnosti|više opcija|konfigurir*',
  save: 'spremi*|potvrdi*|odabrano|odabrane|odabir|moj odabir|dopusti odabir|prihvati odabrane|dopusti odabrane|prihvati odabir|pohrani*|primijeni|sačuvaj',
  acknowledge: 'ok|okej|u redu|razumijem|shvaćam|zatvori*|nastavi*|dalje|jasno',
  filler:
    'kolačiće|kolačići|kolačića|kolačićima|i|se|s|sa|na|moje|moj|korištenje|korištenjem|uporabu|neobavezne|opcionalne|web|stranice|ili|ove|svih|cookies',
  all: 'sve|svi|svim|sva|svih',
}
