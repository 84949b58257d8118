import type { Words } from './words.ts'

export const estonian: Words = {
  language: 'et',
  topic: 'küpsis*|kupsis*|cookie*',
  context:
    'veebileh*|veebisait*|sait*|leht*|lehe*|privaatsus*|andme*|nõusolek*|kogemus*|analüüs*|reklaam*|kolmanda*|partner*|külasta*|brauser*',
  accept:
    'nõustu*|nõustun|nõustun kõigiga|luba*|luban|aktsepteeri*|aktsepteerin|olen nõus|jah|nõus|kinnitan kõik|nõustu',
  reject:
    'keeldu*|keeldun|keela*|keelan|lükka tagasi|lükkan tagasi|ei nõustu|ära nõustu|ei luba|ära luba|ilma nõustumata|ilma nõusolekuta|nõustumata|ei|ei aitäh|blokeeri|loobun|loobu',
  only: 'ainult vajalik*|ainult hädavajalik*|ainult kohustuslik*|ainult olulis*|vaid vajalik*|vaid hädavajalik*|üksnes vajalik*|luba vajalikud|luba ainult vajalikud|nõustu vajalikega|nõustu ainult vajalikega|nõustun vajalikega|nõustun ainult vajalikega|nõustun ainult vajalike|rangelt vajalikud|vajalikud küpsised|ainult tehnilised',
  settings:
    'seade*|seaded|sätted|kohanda*|halda*|eelistus*|valikud|vali|muuda*|seadista*|näita üksikasju|kuva üksikasjad|rohkem valikuid|isikupärasta*',
  save: 'salvesta*|kinnita*|valitud|valik|luba valitud|luba valik|nõustu valituga|nõustun valitutega|minu valik|salvesta valikud|rakenda',
  acknowledge: 'ok|okei|selge|sain aru|saan aru|sulge*|jätka*|edasi|arusaadav|hästi',
  filler:
    'küpsised|küpsiste|küpsistega|küpsiseid|ja|kasutamisega|kasutamine|minu|valikulised|mittevajalikud|saidi|või|need|nende|cookies|kasutamist|rakendustega|rakendused|rakendus',
  all: 'kõik|kõigi|kõigist|kõigiga|kõiki|kõikide|kõikidega',
}
