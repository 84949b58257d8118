import { expect, test } from 'vitest'
import { siteDuty } from '../../../scanner/knowledge/site-storage.ts'

test.each([
  ['PHPSESSID', 'session'],
  ['connect.sid', 'session'],
  ['_shop_session', 'session'],
  ['XSRF-TOKEN', 'forgery protection'],
  ['csrftoken', 'forgery protection'],
  ['cookie_consent', 'consent choice'],
  ['cookieConsent', 'consent choice'],
  ['shop-consent', 'consent choice'],
  ['cookie_notice_accepted', 'consent choice'],
  ['gdpr-cookie-prefs', 'consent choice'],
  ['AWSALBCORS', 'load balancer'],
  ['BIGipServer~Common~pool_web', 'load balancer'],
  ['ARRAffinitySameSite', 'load balancer'],
  ['AWSALB_visitor', null],
  ['serverid_tracking', null],
  ['sid', null],
  ['uid', null],
  ['visitor_session_tracker', null],
  ['cookie', null],
  ['user_preferences', null],
])('%s: %s', (name, duty) => expect(siteDuty(name)).toBe(duty))
