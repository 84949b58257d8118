/** The line to whoever started this process, the same to its work whether that is Electron or Node. */
export interface Channel<In, Out> {
  send(message: Out): void
  /** Resolves once the message is on its way, so that the process may end. */
  sendLast(message: Out): Promise<void>
  listen(onMessage: (message: In) => void): void
  /** Called when the other end is gone. */
  onClosed(listener: () => void): void
}

/** As Electron's utility process has it in `process.parentPort`. */
interface ParentPort<In> {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: In }) => void): void
}

/** Throws when nobody started us to be talked to. */
export function openChannel<In, Out>(): Channel<In, Out> {
  const { parentPort } = process as { readonly parentPort?: ParentPort<In> }
  if (parentPort) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to a process, no window
    const send = (message: Out): void => parentPort.postMessage(message)
    return {
      send,
      sendLast: (message) => {
        send(message)
        // It tells nobody when a message has left; one turn of the loop hands it on.
        return new Promise((sent) => setImmediate(sent))
      },
      listen: (onMessage) => parentPort.on('message', ({ data }) => onMessage(data)),
      // Electron ends its utility processes with itself.
      onClosed: () => undefined,
    }
  }
  if (!process.send) throw new Error('this file is a process of its own and is started by Tagtrail itself')
  return {
    // Without a callback the other end's death would be an uncaught EPIPE.
    send: (message) => void process.send?.(message, () => undefined),
    sendLast: (message) => new Promise((sent) => process.send?.(message, () => sent()) ?? sent()),
    listen: (onMessage) => void process.on('message', (message) => onMessage(message as In)),
    onClosed: (listener) => void process.on('disconnect', listener),
  }
}
