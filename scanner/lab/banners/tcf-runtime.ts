/** The page's side of the TCF, answering from the cookie the banner writes. Serialized: it may use nothing from this module. */
export function runTcfApi(cmpId: number, cookie: string): void {
  type Callback = (answer: object | null, isOk: boolean) => void
  const stored = (): string | undefined =>
    document.cookie
      .split('; ')
      .find((pair) => pair.startsWith(`${cookie}=`))
      ?.slice(cookie.length + 1)
  const listeners: Callback[] = []
  const told = (): object => ({
    tcString: stored() ?? '',
    gdprApplies: true,
    cmpId,
    cmpVersion: 1,
    cmpStatus: 'loaded',
    tcfPolicyVersion: 5,
    listenerId: 1,
    eventStatus: stored() === undefined ? 'cmpuishown' : 'useractioncomplete',
  })
  const answer = (command: string, _version: number, callback: Callback): void => {
    if (command === 'ping') return callback({ gdprApplies: true, cmpLoaded: true, cmpStatus: 'loaded', cmpId }, true)
    if (command === 'addEventListener') listeners.push(callback)
    if (command === 'getTCData' || command === 'addEventListener') return callback(told(), true)
    callback(null, false)
  }
  Object.assign(window, { __tcfapi: answer })
  addEventListener('click', () => setTimeout(() => listeners.forEach((listener) => listener(told(), true)), 50))
}
