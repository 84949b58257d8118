import type { Words } from './words.ts'

export const lithuanian: Words = {
  language: 'lt',
  topic: 'slapuk*|cookie*',
  context:
    'svetain*|puslap*|privatum*|duomen*|sutikim*|patirt*|anali*|reklam*|treči*|partner*|politik*|lankyt*|naršykl*|interneto',
  accept:
    'sutinku*|sutikti|sutinku su visais|priimti|priimu|leisti|leidžiu|leisk|taip|patvirtinti visus|patvirtinu visus|pritariu|priimti visus',
  reject:
    'atmesti*|atmetu|atsisak*|atsisakyti|atsisakau|nesutinku|nesutikti|nepriimti|nepriimu|neleisti|neleidžiu|be sutikimo|nesutikus|nesutikdami|ne|ne ačiū|drausti|uždrausti|blokuoti|išjungti',
  only: 'tik būtin*|tik būtini|tik būtinus|tik būtinuosius|tik privalom*|tik reikaling*|vien būtin*|leisti būtinus|leisti tik būtinus|priimti būtinus|priimti tik būtinus|sutinku su būtinais|sutinku tik su būtinais|griežtai būtin*|tik funkcin*|tik technin*|būtini slapukai|būtinieji slapukai|sutinku tik su būtinaisiais',
  settings:
    'nustatym*|nustatyti|pritaikyti*|tvarkyti*|valdyti*|parinkt*|pasirinkti|keisti*|konfigūruoti|rodyti išsamią informaciją|rodyti informaciją|daugiau parinkčių|slapukų nustatym*|personalizuoti|redaguoti|suasmenin*',
  save: 'išsaugoti*|išsaugau|saugoti|patvirtinti*|patvirtinu|pasirinktus|pasirinktais|pasirinkimą|pasirinkimus|pažymėtus|leisti pasirinktus|leisti pasirinkimą|sutinku su pasirinktais|mano pasirinkimai|taikyti',
  acknowledge: 'ok|gerai|supratau|suprantu|aišku|uždaryti*|tęsti*|toliau',
  filler:
    'slapukus|slapukai|slapukais|slapukų|ir|su|naudojimu|naudoti|naudojimą|mano|neprivalomus|papildomus|nebūtinus|visais|arba|šiuos|šios|cookies',
  all: 'visus|visais|visi|viską|visiems|visų',
}
