import { describe, expect, test } from 'vitest'
import { categoryOf, columnOf } from '../../../scanner/declared/words.ts'

describe('columns', () => {
  test.each([
    ['Name', 'name'],
    ['Cookie', 'name'],
    ['Cookie-Name', 'name'],
    ['Name des Cookies', 'name'],
    ['Nom du cookie', 'name'],
    ['Nombre', 'name'],
    ['Nazwa', 'name'],
    ['Cookie duration', 'lifetime'],
    ['Maximum Storage Duration', 'lifetime'],
    ['Laufzeit', 'lifetime'],
    ['Speicherdauer', 'lifetime'],
    ['Durée de conservation', 'lifetime'],
    ['Caducidad', 'lifetime'],
    ['Scadenza', 'lifetime'],
    ['Bewaartermijn', 'lifetime'],
    ['Okres przechowywania', 'lifetime'],
    ['Provider', 'provider'],
    ['Anbieter', 'provider'],
    ['Fournisseur', 'provider'],
    ['Domain', 'provider'],
    ['Third party', 'provider'],
    ['Category', 'category'],
    ['Kategorie', 'category'],
    ['Type', 'category'],
    ['Zweck', 'purpose'],
    ['Finalité', 'purpose'],
    ['Description', 'purpose'],
    ['', null],
    ['Price', null],
    ['A whole sentence that speaks of cookies and of their duration in many words', null],
  ])('%s', (heading, column) => expect(columnOf(heading)).toBe(column))
})

describe('categories', () => {
  test.each([
    ['Strictly necessary cookies', 'necessary'],
    ['Notwendig', 'necessary'],
    ['Essenziell (3)', 'necessary'],
    ['Cookies techniques indispensables', 'necessary'],
    ['Statistik', 'analytics'],
    ['Performance cookies', 'analytics'],
    ['Mesure d’audience', 'analytics'],
    ['Marketing', 'marketing'],
    ['Targeting Cookies', 'marketing'],
    ['Publicidad', 'marketing'],
    ['Preferences', 'functional'],
    ['Funktionale Cookies', 'functional'],
    ['Voorkeuren', 'functional'],
    ['Unclassified', null],
    ['Nicht notwendig', null],
    ['HTTP Cookie', null],
    ['Pixel Tracker', null],
    [null, null],
  ])('%s', (text, category) => expect(categoryOf(text)).toBe(category))
})
