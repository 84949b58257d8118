import type { Words } from './words.ts'

export const slovenian: Words = {
  language: 'sl',
  topic: 'piškot*|piskot*|cookie*',
  context:
    'stran*|splet*|zasebnos*|podat*|soglas*|privol*|izkušnj*|anali*|oglas*|tretj*|partner*|obisk*|pravil*|brskalnik*',
  accept:
    'sprejmi*|sprejmem|sprejemam|sprejeti|dovoli*|dovolim|omogoči*|strinjam se|se strinjam|soglašam|da|ja|odobri*|potrdi vse|privolim',
  reject:
    'zavrni*|zavračam|zavrnem|zavrniti|ne sprejmem|ne sprejmi|ne strinjam se|se ne strinjam|ne dovolim|ne dovoli|ne soglašam|brez sprejetja|brez soglasja|brez privolitve|ne|ne hvala|onemogoči*|blokiraj',
  only: 'samo nujn*|samo obvezn*|samo potrebn*|le nujn*|le obvezn*|le potrebn*|zgolj nujn*|samo osnovn*|nujno potrebn*|sprejmi nujne|sprejmi samo nujne|dovoli nujne|dovoli samo nujne|sprejmi le nujne|samo tehničn*|samo funkcionaln*|sprejmi obvezne|nujni piškotki',
  settings:
    'nastavi*|nastavit*|prilagodi*|uredi*|upravljaj*|upravljanje|preference|možnosti|izberi|spremeni*|pokaži podrobnosti|več možnosti|izbira po meri',
  save: 'shrani*|potrdi*|izbrane|izbrano|izbor|izbira|moja izbira|dovoli izbrane|dovoli izbor|sprejmi izbrane|sprejmi izbor|uporabi',
  acknowledge: 'ok|okej|v redu|razumem|zapri*|nadaljuj*|naprej|jasno',
  filler: 'piškotke|piškotki|piškotkov|in|se|z|s|na|moje|uporabo|uporaba|neobvezne|spletne|strani|ali|te|vsemi|cookies',
  all: 'vse|vsi|vsem|vsemi|vseh',
}
