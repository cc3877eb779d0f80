const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** For words in a language that the page around them may not be in: a reader pronounces them, a line runs as it must. */
export const saidIn = (language: string) => ({
  lang: language,
  dir: rightToLeft.has(language.split('-')[0] ?? '') ? ('rtl' as const) : ('ltr' as const),
});
