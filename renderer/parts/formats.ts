import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Dates, times and numbers as the language of the window writes them. */
export function useFormats() {
  const { i18n } = useTranslation()
  return useMemo(() => formatsOf(regional(i18n.language)), [i18n.language])
}

/** The user's own kind of that language where there is one: `en-GB` writes days and hours otherwise than `en-US`. */
function regional(language: string): string {
  return navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language
}

export type Formats = ReturnType<typeof formatsOf>

export function formatsOf(language: string) {
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const seconds = new Intl.NumberFormat(language, { style: 'unit', unit: 'second', maximumFractionDigits: 0 })
  const precise = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const whole = (unit: string): Intl.NumberFormat =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 })
  const [days, hours, longMinutes] = [whole('day'), whole('hour'), whole('minute')]
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', maximumFractionDigits: 0 })
  return {
    dateTime: (utc: string) => dateTime.format(new Date(utc)),
    /** Of a day that is no moment, such as `2026-12-01`. */
    day: (iso: string) => day.format(new Date(iso)),
    date: (utc: string) => date.format(new Date(utc)),
    number: (value: number) => number.format(value),
    /** `42%` of 0.42. */
    percent: (share: number) => percent.format(share),
    /** `1.204 s`: since the run began, or since something else. */
    since: (ms: number) => `${precise.format(ms / 1000)} s`,
    /** `365 days`, `30 minutes`. */
    lifetime: (value: number) =>
      value >= 1
        ? days.format(value)
        : value >= 1 / 24
          ? hours.format(value * 24)
          : longMinutes.format(Math.max(1, value * 1440)),
    /** `40 sec`, `3 min`: nobody waits by the millisecond. */
    duration: (ms: number) => (ms < 90_000 ? seconds.format(ms / 1000) : minutes.format(ms / 60_000)),
  }
}
