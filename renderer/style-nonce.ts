/** The word that the host's policy asks of every style a library writes into the page. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''

/** For the libraries that read it from this name. */
export function allowStyles(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce })
}
