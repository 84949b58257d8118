import { expect, test } from 'vitest'
import { renderReport, reportFileName, reportFormats } from '../../scanner/report.ts'
import { sampleReport } from './reports/sample.ts'

test('the formats are html and json', () => {
  expect(reportFormats).toEqual(['html', 'json'])
  expect(reportFormats.map(reportFileName)).toEqual(['report.html', 'report.json'])
})

test('a report is written in the format asked for', () => {
  expect(renderReport(sampleReport(), 'html')).toMatch(/^<!doctype html>/)
  expect(JSON.parse(renderReport(sampleReport(), 'json'))).toHaveProperty('headline')
})

test('a format there is none of is named, with those there are', () => {
  expect(() => renderReport(sampleReport(), 'pdf')).toThrow('There is no report format pdf; there are html, json.')
})
