/** Names by which sites keep what they cannot do without: the session, its protection against forgery, the machine it runs on, and the visitor's choice. */
export function siteDuty(name: string): 'session' | 'forgery protection' | 'load balancer' | 'consent choice' | null {
  if (SESSION.test(name)) return 'session'
  if (FORGERY.test(name)) return 'forgery protection'
  if (BALANCER.test(name)) return 'load balancer'
  return CHOICE.test(name) ? 'consent choice' : null
}

/** Frameworks' own names only: a bare `sid` or `id` may be anything. */
const SESSION =
  /^(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|ASPSESSIONID[A-Z]{8}|connect\.sid|express\.sid|laravel_session|ci_session|session(?:_?id)?|_session(?:_id)?|__Host-session(?:_?id)?|_[a-z0-9_]{2,40}_session|wordpress_(?:logged_in_|sec_)?[0-9a-f]{6,64}|wp-postpass_[0-9a-f]{6,64}|next-auth\.session-token|__Secure-next-auth\.session-token)$/i

const FORGERY =
  /^(?:__Host-)?(?:XSRF-TOKEN|csrf[-_]?token|_?csrf|csrfmiddlewaretoken|next-auth\.csrf-token|__RequestVerificationToken(?:_[\w-]{1,60})?)$/i

/** Which machine answered first: exempt where it does nothing else (WP 194, 3.5). */
const BALANCER =
  /^(?:AWSALB(?:TG)?(?:CORS)?|AWSELB(?:CORS)?|ARRAffinity(?:SameSite)?|ApplicationGatewayAffinity(?:CORS)?|BIGipServer[\w~.%*-]{0,80}|GCLB|INGRESSCOOKIE|SERVERID)$/

const CHOICE =
  /^(?:[\w.-]{0,40}[-_.])?(?:cookie|gdpr|privacy|tracking)?[-_]?(?:consent|cookie[-_]?(?:choice|notice|banner|law|prefs?|preferences|settings))s?(?:[-_.][\w.-]{0,40})?$/i
