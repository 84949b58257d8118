import type { Words } from './words.ts'

export const czech: Words = {
  language: 'cs',
  topic: 'cookie*|soubor* cookie*',
  context:
    'web*|stránk*|soukromí|osobní*|údaj*|souhlas*|analýz*|návštěvnost*|reklam*|třetí* stran*|partner*|zásad*|zážit*|prohlíže*',
  accept:
    'přijmout|přijímám|přijmu|přijmi|souhlas*|souhlasím|povolit|povoluji|akcept*|akceptovat|ano|schválit|udělit souhlas',
  reject:
    'odmítnout|odmítám|odmítn*|zamítnout|nesouhlas*|nesouhlasím|nepřijímám|nepřijmout|nepovolit|bez souhlasu|bez přijetí|pokračovat bez souhlasu|ne|ne děkuji|zakázat|zablokovat',
  only: 'pouze nezbytn*|jen nezbytn*|pouze nutn*|jen nutn*|pouze technick*|pouze základní|jen základní|pouze potřebné|jen potřebné|nezbytně nutn*|přijmout nezbytné|přijmout pouze nezbytné|povolit nezbytné|povolit pouze nezbytné|povolit jen nezbytné|přijmout jen nezbytné|pouze funkční|povolit nutné|povolit pouze nutné',
  settings:
    'nastaven*|nastavit|přizpůsob*|upravit|uprav*|spravovat|správa|předvolby|možnosti|vybrat|zvolit|podrobné|změnit|zobrazit podrobnosti|více možností|vlastní nastavení|detailní nastavení|podrobné nastavení',
  save: 'uložit*|potvrdit|potvrzuji|vybrané|výběr|povolit vybrané|přijmout vybrané|povolit výběr|souhlasím s vybranými|použít',
  acknowledge: 'ok|okay|rozumím|zavřít|pokračovat|beru na vědomí|v pořádku|jasně|chápu',
  filler:
    'cookies|cookie|soubory|souborů|a|se|s|na|použitím|používáním|tímto|moje|volitelné|web|stránky|k|do|nebo|tyto|všemi|se všemi|i|pro',
  all: 'vše|všechny|všechno|všechna|všem|všemi',
}
