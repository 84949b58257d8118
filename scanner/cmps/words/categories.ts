/** What settings call their categories, in all languages; written as in `Words`. */

export const analytics =
  'analy*|anali*|statisti*|statysty*|estatisti*|estadisti*|tilasto*|istatisti*|statistik*|perform*|prestazion*|rendimiento|desempenho|leistung*|prestatie*|prestand*|ytelse*|ydeevne|wydajnos*|vykon*|teljesitmeny*|ucinkovitost*|zmogljivost*|joudlus*|veiktspej*|nasum*|suorituskyky*|measur*|mesure*|misurazion*|medicion*|medicao|reichweite*|messung*|webanalyse*|audience*|metri*|анали*|статисти*|производителн*|αναλυτ*|αναλυσ*|στατιστ*|αποδοσ*'

export const marketing =
  'market*|marknadsf*|markedsf*|markkinoin*|advert*|ads|ad|targeting|retargeting|remarketing|werb*|anzeigen|publicit*|publicid*|pubblicit*|annonc*|annons*|reklam*|reklaam*|mainos*|mainon*|oglas*|hirdet*|trzenj*|rinkodar*|pazarlama|turundus*|profilazion*|perfilado|profiling|social media|soziale medien|soziale netzwerke|reseaux sociaux|redes sociales|redes sociais|sociale media|sociale medier|sosiaalinen media|маркетинг*|реклам*|διαφημ*|μαρκετινγκ|εμπορικη*|таргет*'

export const functional =
  'function*|funktion*|fonction*|funcion*|funzion*|functione*|funkcj*|funkcn*|funkcion*|funkts*|toiminn*|toiminta*|fonksiyon*|islev*|funkcij*|preferen*|praferen*|voorkeur*|mieltymy*|tercih*|eelistus*|personali*|personnalis*|komfort*|comfort|confort*|convenience|experienc*|experience|функци*|предпочит*|λειτουργ*|προτιμ*'

/** Cannot be refused. */
export const necessary =
  'necessar*|essential*|required|strictly|always active|always on|notwendig*|erforderlich*|essenziel*|essentiel*|technisch notwendig*|necessair*|indispensable*|obligatoire*|necesari*|esencial*|imprescindib*|tecnic*|essenzial*|strettamente|noodzakelijk*|essentie*|niezbedn*|koniecz*|estritamente|nodvandig*|nodvendig*|pakevend*|pakrevd*|valttamat*|pakollis*|nezbytn*|nutn*|nevyhnutn*|elengedhetetlen*|szukseges*|obligator*|nuzn*|nuznih|neophodn*|nujn*|obvezn*|необходим*|задължителн*|απαραιτητ*|αναγκαι*|zorunlu|gerekli|hadavajalik*|vajalik*|nepieciesam*|obligat*|butin*'

/** The tab or list in which vendors claim an interest of their own. */
export const legitimateInterest =
  'legitimate interest*|legitimate use*|berechtigte* interesse*|interet* legitime*|interes* legitimo*|interesse legittimo|interessi legittimi|legittimo interesse|gerechtvaardigd* belang*|uzasadnion* interes*|interesse* legitimo*|berattigat intresse*|berattigade intressen|legitim* interesse*|berettigede interesser|oikeutettu etu|oikeutettu*|opravnen* zajem*|opravnen* zaujem*|jogos erdek*|interes legitim|legitimni interes*|zakoniti interes*|законен интерес*|легитимен интерес|εννομο συμφερον|mesru menfaat*|oigustatud huvi*|likumig* interes*|teiset* interes*'

/** The list of those who ask. */
export const vendors =
  'vendor*|partner*|our partners|third parties|anbieter*|drittanbieter*|dienste|dienstleister|fournisseur*|partenaire*|prestataire*|proveedor*|socios|fornitor*|leverancier*|dostawc*|fornecedor*|parceir*|leverantor*|leverandor*|toimittaj*|kumppan*|dodavatel*|dodavatel*|szolgaltat*|furnizor*|dobavljac*|pruzatelj*|ponudnik*|доставчи*|партньор*|προμηθευτ*|συνεργατ*|tedarikci*|saglayici*|muuja*|teenusepakkuja*|pardevej*|piegadataj*|tiekej*|services'
