import type { Words } from './words.ts'

export const english: Words = {
  language: 'en',
  topic: 'cookie*|tracking technolog*|similar technolog*|store and or access information',
  context:
    'website*|site*|privacy|polic*|consent*|personal data|personali*|experience*|analy*|traffic|partner*|third part*|advert*|browser|tracking|device',
  accept:
    'that s ok|that s okay|ok with me|i m ok with that|i am ok with that|accept|allow|agree|i agree|agreed|consent|i consent|opt in|yes|yes please|accept recommended|enable all|allow all|turn on all',
  reject:
    'withdraw consent|rather not|reject|decline|deny|refuse|disagree|disallow|opt out|do not accept|don t accept|do not agree|don t agree|not agree|do not consent|don t consent|do not allow|don t allow|without accepting|without agreeing|without consent|without consenting|no thanks|no thank you|no|block all|disable all|object to all|object all|turn off all|not now',
  only: 'only necessary|necessary only|only essential|essential only|essentials only|only essentials|only required|required only|strictly necessary|only functional|functional only|only technical|accept necessary|accept essential|accept required|accept essentials|allow necessary|allow essential|allow required|use necessary|use essential|just necessary|just essential|keep necessary|necessary cookies|essential cookies|required cookies|technically required|technically necessary|only technically required|only technically necessary',
  settings:
    'consent option*|consent setting*|consent preference*|consent choice*|cookie manager|privacy manager|privacy controls|more options|advanced settings|advanced|edit|withdraw or change consent|setting*|preference*|manage|customi*|option*|choose|choice*|configur*|adjust|show purposes|purposes|personali*|show details|let me choose|no let me choose|no manage|no adjust|no customi*|manage consent|consent settings|consent preferences|consent choices|change consent|set',
  save: 'save|confirm|submit|apply|selection|selected|accept selection|accept selected|allow selection|allow selected|agree to selected|my choices|my selection|done|update',
  acknowledge:
    'ok|okay|got it|understood|i understand|understand|close|dismiss|continue|proceed|hide|that s fine|sounds good|thanks|alright|exit|x',
  filler:
    'the|and|to|of|use|our|these|this|site|website|on|for|my|your|i|we|with|a|optional|additional|non essential|non necessary|non essential cookies|non necessary cookies|nonessential|unnecessary|analytics|recommended|privacy|you|in|or|all except necessary|except necessary|apps|technologies|trackers|technically|services|tools',
  all: 'all|everything',
}
