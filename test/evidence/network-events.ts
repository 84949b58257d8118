import type { Protocol } from 'puppeteer-core'

/** `Network` events as Chromium sends them: every field a test does not name is what is usual. */

type Given<T> = { readonly [K in keyof T]?: T[K] }

export function willBeSent(
  requestId: string,
  url: string,
  given: Given<Protocol.Network.RequestWillBeSentEvent> = {},
): Protocol.Network.RequestWillBeSentEvent {
  return {
    requestId,
    loaderId: 'L1',
    documentURL: 'https://shop.example/',
    request: requestTo(url),
    timestamp: 1,
    wallTime: 1,
    initiator: { type: 'script' },
    redirectHasExtraInfo: given.redirectResponse !== undefined,
    type: 'Fetch',
    frameId: 'F1',
    hasUserGesture: false,
    ...given,
  }
}

export function requestTo(url: string, given: Given<Protocol.Network.Request> = {}): Protocol.Network.Request {
  return {
    url,
    method: 'GET',
    headers: { 'User-Agent': 'Mozilla/5.0' },
    initialPriority: 'High',
    referrerPolicy: 'strict-origin-when-cross-origin',
    ...given,
  }
}

export function response(url: string, given: Given<Protocol.Network.Response> = {}): Protocol.Network.Response {
  return {
    url,
    status: 200,
    statusText: 'OK',
    headers: { 'content-type': 'text/plain' },
    mimeType: 'text/plain',
    charset: 'utf-8',
    connectionReused: false,
    connectionId: 1,
    encodedDataLength: 100,
    securityState: 'secure',
    ...given,
  }
}

export function received(
  requestId: string,
  url: string,
  given: Given<Protocol.Network.ResponseReceivedEvent> & { readonly answer?: Given<Protocol.Network.Response> } = {},
): Protocol.Network.ResponseReceivedEvent {
  const { answer = {}, ...event } = given
  return {
    requestId,
    loaderId: 'L1',
    timestamp: 2,
    type: 'Fetch',
    response: response(url, answer),
    hasExtraInfo: true,
    frameId: 'F1',
    ...event,
  }
}

export function sentExtra(
  requestId: string,
  headers: Protocol.Network.Headers = {},
): Protocol.Network.RequestWillBeSentExtraInfoEvent {
  return {
    requestId,
    associatedCookies: [],
    headers,
    connectTiming: { requestTime: 1 },
    siteHasCookieInOtherPartition: false,
  }
}

export function answerExtra(
  requestId: string,
  headers: Protocol.Network.Headers = {},
  given: Given<Protocol.Network.ResponseReceivedExtraInfoEvent> = {},
): Protocol.Network.ResponseReceivedExtraInfoEvent {
  return {
    requestId,
    blockedCookies: [],
    headers,
    resourceIPAddressSpace: 'Public',
    statusCode: 200,
    ...given,
  }
}

export function finished(requestId: string): Protocol.Network.LoadingFinishedEvent {
  return { requestId, timestamp: 3, encodedDataLength: 100 }
}

export function failed(
  requestId: string,
  given: Given<Protocol.Network.LoadingFailedEvent> = {},
): Protocol.Network.LoadingFailedEvent {
  return { requestId, timestamp: 3, type: 'Fetch', errorText: 'net::ERR_CONNECTION_REFUSED', ...given }
}

/** The browser process holds a request for a moment (`Fetch.requestPaused`). */
export function paused(
  networkId: string,
  url: string,
  given: Given<Protocol.Fetch.RequestPausedEvent> = {},
): Protocol.Fetch.RequestPausedEvent {
  return {
    requestId: `interception-${networkId}`,
    networkId,
    frameId: 'F1',
    resourceType: 'Ping',
    request: requestTo(url, { method: 'POST' }),
    ...given,
  }
}
