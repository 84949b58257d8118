/** Native functions whose calls are told: every call of a writer, and how often a reader was called. */
export interface NativePoint {
  readonly name: string
  /** Gives the function in a realm; `D` is `Object.getOwnPropertyDescriptor`. What a realm lacks is left out. */
  readonly expression: string
  readonly kind: 'writer' | 'reader'
  /** No page comes to the function without passing this gate first; it is armed only then. */
  readonly gate: keyof typeof GATES | null
}

/**
 * The only ways to what several points stand on. V8 walks the whole heap for each function it arms, so most are armed
 * only in documents that come near them.
 */
export const GATES = {
  navigator: [`D(globalThis,'navigator').get`, `D(globalThis,'clientInformation').get`],
  screen: [`D(globalThis,'screen').get`],
  canvas: ['HTMLCanvasElement.prototype.getContext', 'OffscreenCanvas.prototype.getContext'],
  cookieStore: [`D(globalThis,'cookieStore').get`],
} as const

const COOKIE_STORE = [
  writer('cookieStore.set', 'CookieStore.prototype.set', 'cookieStore'),
  writer('cookieStore.delete', 'CookieStore.prototype.delete', 'cookieStore'),
]

/** Writers of the terminal, and readers that can tell one device from another (EDPB Guidelines 2/2023, section 3). */
export const WINDOW_POINTS: readonly NativePoint[] = [
  writer('document.cookie', `D(Document.prototype,'cookie').set`),
  ...COOKIE_STORE,
  writer('storage.setItem', 'Storage.prototype.setItem'),
  writer('storage.removeItem', 'Storage.prototype.removeItem'),
  reader('HTMLCanvasElement.toDataURL', 'HTMLCanvasElement.prototype.toDataURL', 'canvas'),
  reader('HTMLCanvasElement.toBlob', 'HTMLCanvasElement.prototype.toBlob', 'canvas'),
  reader('CanvasRenderingContext2D.getImageData', 'CanvasRenderingContext2D.prototype.getImageData', 'canvas'),
  reader('CanvasRenderingContext2D.measureText', 'CanvasRenderingContext2D.prototype.measureText', 'canvas'),
  reader('WebGLRenderingContext.getParameter', 'WebGLRenderingContext.prototype.getParameter', 'canvas'),
  reader('WebGL2RenderingContext.getParameter', 'WebGL2RenderingContext.prototype.getParameter', 'canvas'),
  reader('OfflineAudioContext', 'OfflineAudioContext'),
  reader('AnalyserNode.getFloatFrequencyData', 'AnalyserNode.prototype.getFloatFrequencyData'),
  reader('RTCPeerConnection', 'RTCPeerConnection'),
  reader('FontFaceSet.check', 'Object.getPrototypeOf(document.fonts).check'),
  reader('Navigator.getBattery', 'Navigator.prototype.getBattery', 'navigator'),
  reader('MediaDevices.enumerateDevices', 'MediaDevices.prototype.enumerateDevices', 'navigator'),
  ...['hardwareConcurrency', 'deviceMemory', 'plugins', 'mimeTypes', 'languages', 'platform', 'maxTouchPoints'].map(
    (name) => reader(`Navigator.${name}`, `D(Navigator.prototype,'${name}').get`, 'navigator'),
  ),
  ...['width', 'height', 'availWidth', 'availHeight', 'colorDepth', 'pixelDepth'].map((name) =>
    reader(`Screen.${name}`, `D(Screen.prototype,'${name}').get`, 'screen'),
  ),
]

/** A worker's realm is made once and its heap is small: nothing stands behind a gate. */
export const WORKER_POINTS: readonly NativePoint[] = [
  ...COOKIE_STORE.map((point) => ({ ...point, gate: null })),
  reader('WebGLRenderingContext.getParameter', 'WebGLRenderingContext.prototype.getParameter'),
  ...['hardwareConcurrency', 'deviceMemory', 'languages', 'platform'].map((name) =>
    reader(`WorkerNavigator.${name}`, `D(WorkerNavigator.prototype,'${name}').get`),
  ),
]

function writer(name: string, expression: string, gate: NativePoint['gate'] = null): NativePoint {
  return { name, expression, kind: 'writer', gate }
}

function reader(name: string, expression: string, gate: NativePoint['gate'] = null): NativePoint {
  return { name, expression, kind: 'reader', gate }
}
