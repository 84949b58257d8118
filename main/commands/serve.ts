import { Command, InvalidArgumentError } from 'commander'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

interface ServeOptions {
  readonly port: number
  readonly open: boolean
}

/** The application in the user's own browser: for servers, and wherever Electron is not. */
export const serveCommand: CommandBuilder = (host) =>
  new Command('serve')
    .summary('open the application in your browser')
    .description(
      'Serves the application on this machine alone (127.0.0.1) until it is stopped (Ctrl-C), prints its address and opens it in your browser. The address lets in whoever has it: keep it to yourself.',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one', port, 0)
    .option('--no-open', 'only print the address')
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail serve', 'tagtrail serve --port 8080 --no-open'], {
        0: 'stopped by you',
        2: 'the command line is at fault, or the port is taken',
        3: 'the application cannot run: it is running already, or its folder cannot be used',
      }),
    )
    .action((options: ServeOptions, command: Command) => serve(host, command, options))

function port(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number < 65_536) return number
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}

async function serve(host: Host, command: Command, options: ServeOptions): Promise<void> {
  const [{ openService, FolderTaken }, { openWeb }, { isRendererBuilt }, { startNodeChild }, { dataFolder }] =
    await Promise.all([
      import('../service.ts'),
      import('../web.ts'),
      import('../window-pages.ts'),
      import('../scan-process.ts'),
      import('../../scanner/store/data-folder.ts'),
    ])
  const { stdout, signal } = host
  if (!(await isRendererBuilt())) command.error('error: the application is not built here; run `npm run build` first')
  const show = async (address: string): Promise<void> => {
    stdout.write(`${address}\n`)
    if (options.open && hasDisplay(host)) await openInBrowser(address)
  }
  const service = await openService({
    dataFolder: dataFolder(),
    hostKind: 'loopback',
    host,
    startChild: startNodeChild,
  }).catch(async (reason: unknown) => {
    if (!(reason instanceof FolderTaken) || reason.by.address === null) throw reason
    stdout.write('Tagtrail is running already, at\n')
    await show(reason.by.address)
    return null
  })
  if (service === null) return
  try {
    const web = await openWeb({ service, port: options.port, token: host.randomHex(32) }).catch((cause: unknown) => {
      const why = whyTaken(cause)
      if (why === null) throw cause
      return command.error(`error: port ${options.port} ${why}; choose another one, or 0 for any that is free`)
    })
    await service.noteAddress(web.address)
    stdout.write('Tagtrail is open on this machine alone (Ctrl-C stops it):\n')
    await show(web.address)
    await new Promise<void>((stopped) => {
      if (signal.aborted) stopped()
      else signal.addEventListener('abort', () => stopped(), { once: true })
    })
    await web.close()
  } finally {
    await service.close()
  }
}

function hasDisplay({ env }: Host): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}

/** Failing is no fault: the address is printed. */
async function openInBrowser(address: string): Promise<void> {
  const { default: open } = await import('open')
  const browser = await open(address).catch(() => null)
  browser?.on('error', () => undefined)
}

function whyTaken(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'EACCES') return 'needs more rights than you have'
  return code === 'EADDRINUSE' ? 'is taken by another program' : null
}
