/** What banners say, kept in one list for all languages; written as in `Words`. */

/** "Learn more" may open settings or an article; only a button that leads nowhere else is worth trying. */
export const more =
  'lær mer|tudjon meg többet|află mai mult|saznajte više|learn more|more information|more info|find out more|read more|details|mehr erfahren|mehr informationen|weitere informationen|mehr|en savoir plus|plus d informations|mas informacion|saber mas|scopri di piu|maggiori informazioni|meer informatie|meer weten|dowiedz sie wiecej|wiecej informacji|saiba mais|mais informacoes|las mer|mer information|læs mere|les mer|lue lisää|lisätietoja|více informací|viac informácií|további információ|mai multe informatii|afla mai multe|saznaj više|više informacija|več informacij|научете повече|повече информация|περισσότερα|περισσότερες πληροφορίες|daha fazla bilgi|loe lähemalt|rohkem infot|uzzināt vairāk|sužinoti daugiau'

/** Costs money: never pressed, whatever else the label says. */
export const pay =
  'pay*|buy|purchase|subscri*|subscribe|abo|abonn*|abonnier*|kaufen|bezahl*|zahlen|s abonner|abonnez*|acheter|payer|suscri*|comprar|pagar|abbona*|acquista|paga|kopen|betalen|abonneer*|subskryb*|kup|zaplac*|assinar|assine|prenumer*|kop|betala|abonnement|kob|betal|kjop|tilaa|osta|maksa|predplat*|koupit|zaplatit|kupit|elofizet*|vasarol*|aboneaza*|cumpara|plateste|pretplat*|kupi|plati|narocnin*|абонир*|купи|плати|συνδρομ*|αγορα|πληρωμ*|abone|satin al|ode|telli|osta|abonet|pirkt|maksat|prenumeruo*|pirkti|moketi|pur'

/** Speaks of age, not of consent; consent notices speak of being under 16. */
export const ageGate =
  'over 18|over 21|18 or older|21 or older|18 years or older|21 years or older|at least 18|at least 21|are you 18|are you 21|legal drinking age|legal age|age verification|verify your age|confirm your age|volljahrig*|uber 18|mindestens 18|18 jahre alt|altersverifikation|majeur*|plus de 18 ans|mayor de edad|mayor de 18|mas de 18|maggiorenne|18 anni|18 jaar of ouder|ouder dan 18|ukonczone 18|mam 18 lat|pelnoletni*|maior de idade|maior de 18|fyllt 18|over 18 ar|fyldt 18|yli 18|18 let|18 rokov|elmultam 18|betoltotte 18|peste 18 ani|18 godina|навършени 18|ανω των 18|18 yas*'

/** Puts the banner away without answering it. */
export const closing =
  'stanga|steng|close|dismiss|hide|exit|x|skip|later|schliess*|ausblenden|fermer|masquer|cerrar|ocultar|chiudi|sluit*|zamknij|fechar|stang|luk|lukk|sulje|zavrit|zavriet|bezar*|inchide*|zatvori*|zapri*|затвори*|κλεισιμο|κλειστε|kapat*|sulge*|aizvert*|uzdaryti*'

/** Speaks of consent to the use of data, where cookies are not named. */
export const consent =
  'zustimmung|zustimmungen|samtykke*|privacy|consent|consents|personal data|data protection|datenschutz*|einwillig*|personenbezogene*|vie privee|consentement*|donnees personnelles|privacidad|consentimiento*|datos personales|consenso|consensi|dati personali|toestemming|persoonsgegevens|prywatnos*|zgoda|zgody|zgode|danych osobowych|privacidade|consentimento*|dados pessoais|integritet*|samtyck*|personuppgift*|privatliv*|samtykke*|personoplysning*|personvern*|tietosuoja*|suostumu*|soukromi*|souhlas*|sukromi*|suhlas*|adatvedel*|hozzajarul*|confidentialit*|consimtam*|privatnos*|privol*|zasebnos*|soglas*|поверителност*|съгласи*|απορρητ*|συγκαταθεσ*|gizlilik|riza|privaatsus*|nousolek*|privatum*|piekrisan*|sutikim*|confidentialite|informations personnelles|information personnelle|henkilotie*|personlig* informasjon|personopplysning*|personlige oplysninger|szemelyes adat*|informacion personal|informazioni personali|persoonlijke gegevens|persoonlijke informatie|personliga uppgifter|personlig information|personenbezogenen|isikuandme*|isiklik* andme*|date personale|datele personale|datele cu caracter personal|osobnich udaj*|osobne udaje|osobnych udaj*|osobni podaci|osobnih podataka|osebni podatki|osebnih podatkov|личн* данни|προσωπικα δεδομενα|προσωπικων δεδομενων|kisisel veri*|personas dat*|asmens duomen*|personal information'
