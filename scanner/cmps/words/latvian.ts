import type { Words } from './words.ts'

export const latvian: Words = {
  language: 'lv',
  topic: 'sīkdat*|sikdat*|cookie*',
  context:
    'vietn*|lapa*|lapā*|tīmek*|privātum*|dat*|piekriš*|pieredz*|analī*|reklām*|treš*|partner*|politik*|apmeklē*|pārlūk*',
  accept:
    'piekrītu*|piekrist|piekrītu visam|pieņemt|pieņemu|pieņem|atļaut|atļauju|akceptēt|akceptēju|apstiprināt visas|apstiprinu visas|jā|apstiprināt visu',
  reject:
    'noraid*|noraidīt|noraidu|atteikt*|atteikties|atteikt|atteikšanās|nepiekrītu|nepiekrist|nepieņemt|nepieņemu|neatļaut|bez piekrišanas|bez pieņemšanas|nē|nē paldies|aizliegt|bloķēt|atsakos',
  only: 'tikai nepieciešam*|tikai obligāt*|tikai nepieciešamās|vienīgi nepieciešam*|tikai būtisk*|pieņemt nepieciešamās|pieņemt tikai nepieciešamās|atļaut nepieciešamās|atļaut tikai nepieciešamās|piekrītu nepieciešamajām|piekrītu tikai nepieciešamajām|piekrist tikai nepieciešamajām|strikti nepieciešam*|tikai tehnisk*|nepieciešamās sīkdatnes|tikai funkcionāl*',
  settings:
    'iestatīj*|iestatīt|pielāgot*|pārvaldīt*|pārvaldība|preferenc*|opcijas|izvēlēties|mainīt*|konfigurēt|rādīt detaļas|rādīt informāciju|vairāk iespēju|uzstādīj*|izvēles iespējas|personalizēt',
  save: 'saglabāt*|saglabāju|apstiprināt|apstiprinu|izvēlētās|izvēlētos|izvēli|atlasītās|atļaut izvēlētās|atļaut atlasi|pieņemt izvēlētās|pieņemt atlasītās|mana izvēle|manu izvēli|lietot|atlase|atlasi',
  acknowledge: 'ok|labi|sapratu|saprotu|skaidrs|aizvērt*|turpināt*|tālāk',
  filler:
    'sīkdatnes|sīkdatnēm|sīkdatņu|un|izmantošanai|lietošanai|izmantošanu|manas|izvēles sīkdatnes|neobligātās|visām|vai|šīs|šo|par|cookies',
  all: 'visas|visu|visām|visam|visus|visiem',
}
