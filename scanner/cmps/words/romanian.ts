import type { Words } from './words.ts'

export const romanian: Words = {
  language: 'ro',
  topic: 'cookie*|module cookie|fisier* cookie*|cookieuri*',
  context:
    'site*|confidentialit*|datele|date|consimt*|acord*|navigar*|experient*|analiz*|publicit*|tert*|partener*|politic*|trafic*',
  accept:
    'accept*|acceptati|acceptă|accept toate|sunt de acord|de acord|permit*|permite|da|consimt|imi dau acordul|aproba',
  reject:
    'renunț*|refuz*|respinge*|resping|nu accept*|nu sunt de acord|nu permit*|nu consimt|fără a accepta|fără acceptare|fără acord|fără consimțământ|nu|nu multumesc|nu mulțumesc|dezactiv*|blocheaz*|declin*',
  only: 'doar necesare|doar cele necesare|doar esentiale|doar cele esentiale|numai necesare|numai cele necesare|numai esentiale|numai cele esentiale|strict necesare|accept necesare|accept doar necesare|accept doar cele necesare|acceptă doar cele necesare|permite doar necesare|permite doar cele necesare|doar obligatorii|doar cele obligatorii|doar tehnice|doar functionale',
  settings:
    'setar*|preferin*|personaliz*|gestion*|administr*|optiuni|configur*|modific*|alege*|ajust*|vezi detalii|afișare detalii|mai multe opțiuni|detalii setari',
  save: 'salv*|confirm*|selectate*|selectia|selectie|accepta selectia|permite selectia|accepta selectate|alegerile mele|aplica|alegerea',
  acknowledge: 'ok|okay|am inteles|inteles|inchide*|continua*|continuă|bine|mai departe',
  filler:
    'cookie|cookies|cookieurile|cookie urile|urile|uri|modulele|fisierele|si|de|cu|pe|site|acest|mele|optionale|neesentiale|le|a|la|utilizarea|folosirea|sau|cele|tot ce|pentru',
  all: 'toate|tot|totul',
}
