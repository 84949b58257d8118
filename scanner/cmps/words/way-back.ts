/** How sites name the way back to a choice, in all languages; written as in `Words`. */

/** Takes consent back, at once or in what it opens. */
export const withdrawing =
  'withdraw*|revoke*|einwilligung* widerruf*|zustimmung* widerruf*|widerruf*|retirer|revoquer|revocar|retirar|revoca|revocare|intrekken|trek in|wycofaj*|cofnij*|revogar|aterkalla|dra tillbaka|tilbagekald*|trakk tilbake|trekk tilbake|peruuta suostumu*|peruuttaa|odvolat|odvolani|visszavon*|retrage*|opozovi*|opoziv*|povuci*|preklici*|umakni*|оттегл*|ανακλησ*|ανακαλεσ*|geri cek*|geri al*|tuhista*|tagasi vot*|atsauk*|atsaukt|atsaukti|atsiimti|atsauk'

/** Leads to the choice once more. */
export const reopening =
  'do not sell*|don t sell*|do not share*|privacy choices|your choices|change consent|change my consent|update consent|review consent|reset cookie*|reset consent|cookie choices|consent choices|zustimmung andern|einwilligung andern|cookies andern|modifier mes choix|gerer mes cookies|gestion des cookies|gerer les cookies|gestione cookie|gestionar cookies|gestion de cookies|cookies beheren|cookievoorkeuren|zarzadzaj cookies|zarzadzaj plikami|gerir cookies|hantera cookies|hantera kakor|administrer cookies|handter cookies|handter informasjonskapsl*|hallitse evaste*|spravovat cookies|sprava cookies|cookie k kezelese|sutik kezelese|gestionare cookie*|upravljanje kolacic*|upravljaj kolacic*|upravljanje piskot*|управлен* на бисквит*|διαχειριση cookies|cerez yonetim*|cerezleri yonet|halda kupsis*|parvaldit sikdat*|tvarkyti slapuk*|slapuku valdym*'
