import type { Words } from './words.ts'

export const turkish: Words = {
  language: 'tr',
  topic: 'çerez*|cookie*',
  context:
    'site*|gizlilik*|kişisel|veri*|rıza*|onay*|izin*|deneyim*|analiz*|reklam*|üçüncü|ortak*|politika*|tarayıcı*|trafi*',
  accept:
    'izin|kabul|kabul et|kabul ediyorum|kabul edin|kabul ederim|onayla*|onaylıyorum|izin ver|izin veriyorum|izin verin|evet|katılıyorum|açık rıza veriyorum|rıza veriyorum',
  reject:
    'yasak|yasakla*|reddet|reddediyorum|reddedin|reddetme|ret|kabul etme|kabul etmiyorum|kabul etmeden|izin verme|izin vermiyorum|onaylamıyorum|katılmıyorum|onay vermeden|hayır|hayır teşekkürler|engelle|devre dışı bırak',
  only: 'yalnızca gerekli|sadece gerekli|yalnızca zorunlu|sadece zorunlu|yalnızca gerekli olanlar|sadece gerekli olanlar|yalnızca zorunlu olanlar|kesinlikle gerekli|sadece zorunlu olanları kabul et|yalnızca zorunlu olanları kabul et|zorunlu kabul et|gerekli kabul et|yalnızca gerekli kabul et|sadece gerekli kabul et|sadece zorunlu kabul et|yalnızca zorunlu kabul et|zorunlu çerezler|gerekli çerezler|sadece teknik|yalnızca gerekenler',
  settings:
    'ayar*|çerez ayar*|tercih*|yönet*|özelleştir*|düzenle*|seçenek*|değiştir*|yapılandır*|ayrıntıları göster|detayları göster|kişiselleştir*|seç|daha fazla seçenek',
  save: 'kaydet*|tercihleri kaydet|seçimi onayla|seçimleri onayla|seçilenleri kabul et|seçilen*|seçim*|seçilenlere izin ver|seçime izin ver|tercihlerimi kaydet|tercihlerimi onayla|uygula|doğrula|tercihleri onayla',
  acknowledge: 'tamam|anladım|kapat*|devam|devam et|anlaşıldı|ok',
  filler:
    've|çerez|çerezler|çerezleri|çerezlerin|çerezlere|kullanımını|kullanımına|bu|sitenin|isteğe bağlı|olanları|olan|için|ile|veya|benim|opsiyonel|zorunlu olmayan|gerekli olmayan',
  all: 'her şeyi|her şey|tümü|tümünü|tümüne|hepsi|hepsini|hepsine|tüm|bütün',
}
