import classes from './middle-cut.module.css'

/** A name or address as the page chose it: cut in the middle when it is long, whole on hover, never anything but text. */
export function MiddleCut({ text, most = 90 }: { readonly text: string; readonly most?: number }) {
  const end = Math.floor(most / 3)
  const shown = text.length > most ? `${text.slice(0, most - end - 1)}…${text.slice(-end)}` : text
  return (
    <bdi className={classes.name} title={text.length > most ? text.slice(0, 2000) : undefined}>
      {shown}
    </bdi>
  )
}
