import type { Words } from './words.ts'

export const polish: Words = {
  language: 'pl',
  topic: 'cookie*|ciasteczk*|plik* cookie*|plikow cookie*',
  context:
    'stron*|prywatnos*|witryn*|dane|danych|zgod*|serwis*|analiz*|reklam*|partner*|przegladark*|polityk*|ruch*|tresci',
  accept:
    'zezwalaj*|wyraz zgode|przechodze do serwisu|wlacz wszystkie|akcept*|zaakceptuj*|zgadzam sie|wyrazam zgode|zgoda|zezwol*|zezwalam|pozwol*|pozwalam|tak|przyjmij|przyjmuje|zatwierdz wszystk*',
  reject:
    'odrzuc*|odrzucam|odmow*|odmawiam|nie zgadzam sie|nie akcept*|nie wyrazam zgody|nie zezwalaj|nie zezwalam|nie zgadzam|bez zgody|bez akceptacji|nie dziekuje|nie|wylacz|zablokuj|sprzeciw*',
  only: 'tylko niezbedn*|tylko konieczn*|tylko wymagan*|tylko potrzebne|jedynie niezbedn*|wylacznie niezbedn*|akceptuj niezbedne|akceptuje niezbedne|zaakceptuj niezbedne|tylko techniczn*|tylko funkcjonaln*|niezbedne pliki|tylko podstawowe',
  settings:
    'wiecej opcji|ustawienia prywatnosci|ustawienia zaawansowane|zaawansowane|ustawienia zgody|przejdz do ustawien|pozwol mi wybrac|skonfiguruj|zarzadzaj zgodami|zmien zgody|wiecej ustawien|edytuj ustawienia|ustawie*|ustaw*|dostosuj*|preferenc*|zarzadzaj*|zarzadzanie|konfigur*|opcje|wybieram|zmien|zmieniam|pokaz szczegoly|personaliz*|spersonalizuj|szczegoly',
  save: 'zapisz*|zapisuje|potwierdz*|zatwierdz*|zastosuj|wybrane|wybor|zaznaczone|akceptuj wybrane|zaakceptuj wybrane|zezwol na wybor|zezwol na wybrane|moj wybor',
  acknowledge: 'ok|okay|rozumiem|zrozumialem|zamknij|kontynuuj|dalej|przejdz dalej|przejdz do serwisu|w porzadku|jasne',
  filler:
    'na|i|sie|pliki|plikow|cookie|cookies|ciasteczka|ciasteczek|uzycie|moje|moj|do|serwisu|strony|wszystkie|opcjonalne|nieobowiazkowe|oraz|lub|swoje|te|z|uzywanie|wykorzystanie',
  all: 'wszystkie|wszystko|wszystkich|wszystkim',
}
