import { ipcRenderer } from 'electron'

/** Hands the window's end of its channel to the program, and nothing else: the page gets no function of ours. */
window.addEventListener('message', ({ source, origin, data, ports }) => {
  const [port] = ports
  if (source === window && origin === 'app://ui' && data === 'tagtrail-port' && port)
    ipcRenderer.postMessage('tagtrail-port', null, [port])
})
