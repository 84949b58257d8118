/** What the pages of the banner lab say about themselves, and what its home-made banners ask, language by language. */

export interface PageWords {
  readonly titles: readonly [string, string]
  readonly texts: readonly [string, string]
  readonly onward: string
}

export interface BannerWords {
  readonly title: string
  readonly text: string
  readonly accept: string
  readonly reject: string
  readonly settings: string
  readonly save: string
  readonly necessary: string
  readonly functional: string
  readonly analytics: string
  readonly marketing: string
  readonly understood: string
}

export function pageWords(language: string): PageWords {
  return PAGES[language] ?? ENGLISH_PAGE
}

export function bannerWords(language: string): BannerWords {
  const words = BANNERS[language]
  if (words === undefined) throw new Error(`the banner lab does not speak ${language}`)
  return words
}

const ENGLISH_PAGE: PageWords = {
  titles: ['Rowing boats on the lake', 'Opening hours'],
  texts: [
    'We rent rowing boats by the hour from April to October. Dogs are welcome.',
    'Daily from nine to six. In strong wind the boats stay ashore.',
  ],
  onward: 'Opening hours',
}

const PAGES: Readonly<Record<string, PageWords>> = {
  de: {
    titles: ['Ruderboote auf dem See', 'Öffnungszeiten'],
    texts: [
      'Wir verleihen Ruderboote von April bis Oktober. Hunde sind willkommen.',
      'Täglich von neun bis achtzehn Uhr. Bei starkem Wind bleiben die Boote an Land.',
    ],
    onward: 'Öffnungszeiten',
  },
  fr: {
    titles: ['Barques sur le lac', 'Horaires'],
    texts: [
      'Nous louons des barques à l’heure d’avril à octobre. Les chiens sont les bienvenus.',
      'Tous les jours de neuf heures à dix-huit heures.',
    ],
    onward: 'Horaires',
  },
}

const BANNERS: Readonly<Record<string, BannerWords>> = {
  en: {
    title: 'We value your privacy',
    text: 'We and our partners use cookies and similar technologies to measure how our website is used and to show you advertising that fits.',
    accept: 'Accept all',
    reject: 'Reject all',
    settings: 'Manage preferences',
    save: 'Save my choices',
    necessary: 'Strictly necessary',
    functional: 'Functional',
    analytics: 'Statistics',
    marketing: 'Marketing',
    understood: 'Got it',
  },
  de: {
    title: 'Datenschutzeinstellungen',
    text: 'Wir verwenden Cookies und ähnliche Technologien auf unserer Website, um die Nutzung zu messen und Ihnen passende Werbung zu zeigen. Dafür bitten wir um Ihre Einwilligung.',
    accept: 'Alle akzeptieren',
    reject: 'Alle ablehnen',
    settings: 'Einstellungen',
    save: 'Auswahl speichern',
    necessary: 'Notwendig',
    functional: 'Funktional',
    analytics: 'Statistik',
    marketing: 'Marketing',
    understood: 'Verstanden',
  },
  fr: {
    title: 'Votre vie privée',
    text: 'Nous et nos partenaires utilisons des cookies sur ce site pour mesurer l’audience et vous proposer des publicités adaptées. Vous pouvez donner ou refuser votre consentement.',
    accept: 'Tout accepter',
    reject: 'Tout refuser',
    settings: 'Personnaliser',
    save: 'Enregistrer mes choix',
    necessary: 'Nécessaires',
    functional: 'Fonctionnels',
    analytics: 'Mesure d’audience',
    marketing: 'Publicité',
    understood: 'J’ai compris',
  },
  es: {
    title: 'Valoramos tu privacidad',
    text: 'Nosotros y nuestros socios utilizamos cookies en este sitio web para medir su uso y mostrarte publicidad personalizada. Puedes dar o negar tu consentimiento.',
    accept: 'Aceptar todas',
    reject: 'Rechazar todas',
    settings: 'Configurar',
    save: 'Guardar preferencias',
    necessary: 'Necesarias',
    functional: 'Funcionales',
    analytics: 'Analíticas',
    marketing: 'Publicidad',
    understood: 'Entendido',
  },
  it: {
    title: 'La tua privacy',
    text: 'Noi e i nostri partner utilizziamo cookie su questo sito per misurarne l’uso e mostrarti pubblicità adatta a te. Puoi dare o negare il consenso.',
    accept: 'Accetta tutti',
    reject: 'Rifiuta tutti',
    settings: 'Personalizza',
    save: 'Salva le scelte',
    necessary: 'Necessari',
    functional: 'Funzionali',
    analytics: 'Statistiche',
    marketing: 'Marketing',
    understood: 'Ho capito',
  },
  nl: {
    title: 'Uw privacy',
    text: 'Wij en onze partners gebruiken cookies op deze website om het gebruik te meten en u passende advertenties te tonen. Daarvoor vragen wij uw toestemming.',
    accept: 'Alles accepteren',
    reject: 'Alles weigeren',
    settings: 'Instellingen',
    save: 'Keuze opslaan',
    necessary: 'Noodzakelijk',
    functional: 'Functioneel',
    analytics: 'Statistieken',
    marketing: 'Marketing',
    understood: 'Begrepen',
  },
  pl: {
    title: 'Twoja prywatność',
    text: 'My i nasi partnerzy używamy plików cookie na tej stronie, aby mierzyć ruch i wyświetlać dopasowane reklamy. Prosimy o zgodę.',
    accept: 'Zaakceptuj wszystkie',
    reject: 'Odrzuć wszystkie',
    settings: 'Ustawienia',
    save: 'Zapisz wybór',
    necessary: 'Niezbędne',
    functional: 'Funkcjonalne',
    analytics: 'Statystyczne',
    marketing: 'Marketingowe',
    understood: 'Rozumiem',
  },
  pt: {
    title: 'A sua privacidade',
    text: 'Nós e os nossos parceiros utilizamos cookies neste site para medir a sua utilização e mostrar publicidade adequada. Pode dar ou recusar o seu consentimento.',
    accept: 'Aceitar todos',
    reject: 'Recusar todos',
    settings: 'Gerir preferências',
    save: 'Guardar escolhas',
    necessary: 'Necessários',
    functional: 'Funcionais',
    analytics: 'Estatísticas',
    marketing: 'Publicidade',
    understood: 'Compreendi',
  },
  sv: {
    title: 'Din integritet',
    text: 'Vi och våra partner använder kakor (cookies) på den här webbplatsen för att mäta användningen och visa anpassad reklam. Vi ber om ditt samtycke.',
    accept: 'Godkänn alla',
    reject: 'Avvisa alla',
    settings: 'Inställningar',
    save: 'Spara val',
    necessary: 'Nödvändiga',
    functional: 'Funktionella',
    analytics: 'Statistik',
    marketing: 'Marknadsföring',
    understood: 'Jag förstår',
  },
  da: {
    title: 'Dit privatliv',
    text: 'Vi og vores partnere bruger cookies på dette websted til at måle brugen og vise dig tilpassede annoncer. Vi beder om dit samtykke.',
    accept: 'Tillad alle',
    reject: 'Afvis alle',
    settings: 'Tilpas',
    save: 'Gem valg',
    necessary: 'Nødvendige',
    functional: 'Funktionelle',
    analytics: 'Statistik',
    marketing: 'Markedsføring',
    understood: 'Forstået',
  },
  fi: {
    title: 'Yksityisyytesi',
    text: 'Me ja kumppanimme käytämme evästeitä tällä sivustolla käytön mittaamiseen ja mainonnan kohdentamiseen. Pyydämme siihen suostumustasi.',
    accept: 'Hyväksy kaikki',
    reject: 'Hylkää kaikki',
    settings: 'Asetukset',
    save: 'Tallenna valinnat',
    necessary: 'Välttämättömät',
    functional: 'Toiminnalliset',
    analytics: 'Tilastot',
    marketing: 'Markkinointi',
    understood: 'Selvä',
  },
  cs: {
    title: 'Vaše soukromí',
    text: 'My a naši partneři používáme na tomto webu soubory cookie k měření návštěvnosti a k zobrazování přizpůsobené reklamy. Žádáme vás o souhlas.',
    accept: 'Přijmout vše',
    reject: 'Odmítnout vše',
    settings: 'Nastavení',
    save: 'Uložit volby',
    necessary: 'Nezbytné',
    functional: 'Funkční',
    analytics: 'Statistické',
    marketing: 'Marketingové',
    understood: 'Rozumím',
  },
  hu: {
    title: 'Az Ön adatvédelme',
    text: 'Mi és partnereink sütiket (cookie) használunk ezen a weboldalon a látogatottság mérésére és személyre szabott hirdetések megjelenítésére. Ehhez kérjük a hozzájárulását.',
    accept: 'Összes elfogadása',
    reject: 'Összes elutasítása',
    settings: 'Beállítások',
    save: 'Kiválasztás mentése',
    necessary: 'Szükséges',
    functional: 'Funkcionális',
    analytics: 'Statisztikai',
    marketing: 'Marketing',
    understood: 'Értem',
  },
  el: {
    title: 'Το απόρρητό σας',
    text: 'Εμείς και οι συνεργάτες μας χρησιμοποιούμε cookies σε αυτόν τον ιστότοπο για να μετράμε τη χρήση του και να σας δείχνουμε σχετικές διαφημίσεις. Ζητάμε τη συγκατάθεσή σας.',
    accept: 'Αποδοχή όλων',
    reject: 'Απόρριψη όλων',
    settings: 'Ρυθμίσεις',
    save: 'Αποθήκευση επιλογών',
    necessary: 'Απαραίτητα',
    functional: 'Λειτουργικά',
    analytics: 'Στατιστικά',
    marketing: 'Διαφημιστικά',
    understood: 'Κατάλαβα',
  },
}
