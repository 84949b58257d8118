/** Native functions whose calls are told: every call of a writer, and how often a reader was called. */
export interface NativePoint {
  readonly name: string
  /** Gives the function in a realm; `D` is `Object.getOwnPropertyDescriptor`. What a realm lacks is left out. */
  readonly expression: string
  readonly kind: 'writer' | 'reader'
}

const COOKIE_STORE = [
  writer('cookieStore.set', 'CookieStore.prototype.set'),
  writer('cookieStore.delete', 'CookieStore.prototype.delete'),
]

/** Writers of the terminal, and readers that can tell one device from another (EDPB Guidelines 2/2023, section 3). */
export const WINDOW_POINTS: readonly NativePoint[] = [
  writer('document.cookie', `D(Document.prototype,'cookie').set`),
  ...COOKIE_STORE,
  writer('storage.setItem', 'Storage.prototype.setItem'),
  writer('storage.removeItem', 'Storage.prototype.removeItem'),
  reader('HTMLCanvasElement.toDataURL', 'HTMLCanvasElement.prototype.toDataURL'),
  reader('HTMLCanvasElement.toBlob', 'HTMLCanvasElement.prototype.toBlob'),
  reader('CanvasRenderingContext2D.getImageData', 'CanvasRenderingContext2D.prototype.getImageData'),
  reader('CanvasRenderingContext2D.measureText', 'CanvasRenderingContext2D.prototype.measureText'),
  reader('WebGLRenderingContext.getParameter', 'WebGLRenderingContext.prototype.getParameter'),
  reader('WebGL2RenderingContext.getParameter', 'WebGL2RenderingContext.prototype.getParameter'),
  reader('OfflineAudioContext', 'OfflineAudioContext'),
  reader('AnalyserNode.getFloatFrequencyData', 'AnalyserNode.prototype.getFloatFrequencyData'),
  reader('RTCPeerConnection', 'RTCPeerConnection'),
  reader('FontFaceSet.check', 'Object.getPrototypeOf(document.fonts).check'),
  // Not the way to it, which is one of the few functions that are made anew in every realm: each costs it a walk of V8's.
  reader('BatteryManager.level', `D(BatteryManager.prototype,'level').get`),
  reader('BatteryManager.charging', `D(BatteryManager.prototype,'charging').get`),
  reader('MediaDevices.enumerateDevices', 'MediaDevices.prototype.enumerateDevices'),
  ...['hardwareConcurrency', 'deviceMemory', 'plugins', 'mimeTypes', 'languages', 'platform', 'maxTouchPoints'].map(
    (name) => reader(`Navigator.${name}`, `D(Navigator.prototype,'${name}').get`),
  ),
  ...['width', 'height', 'availWidth', 'availHeight', 'colorDepth', 'pixelDepth'].map((name) =>
    reader(`Screen.${name}`, `D(Screen.prototype,'${name}').get`),
  ),
]

export const WORKER_POINTS: readonly NativePoint[] = [
  ...COOKIE_STORE,
  reader('WebGLRenderingContext.getParameter', 'WebGLRenderingContext.prototype.getParameter'),
  ...['hardwareConcurrency', 'deviceMemory', 'languages', 'platform'].map((name) =>
    reader(`WorkerNavigator.${name}`, `D(WorkerNavigator.prototype,'${name}').get`),
  ),
]

function writer(name: string, expression: string): NativePoint {
  return { name, expression, kind: 'writer' }
}

function reader(name: string, expression: string): NativePoint {
  return { name, expression, kind: 'reader' }
}
