import { disk, type Disk } from '../../../scanner/store/disk.ts'

/** The real disk until `roomLeft` characters of log lines are written, then as full as a disk can be. */
export function fillingDisk(roomLeft: number): Disk {
  let room = roomLeft
  return {
    ...disk,
    async openAppend(path) {
      const file = await disk.openAppend(path)
      return {
        close: () => file.close(),
        async write(text) {
          const fits = text.slice(0, room)
          room -= fits.length
          await file.write(fits)
          if (fits.length < text.length) throw diskError('ENOSPC')
        },
      }
    },
  }
}

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code })
}
