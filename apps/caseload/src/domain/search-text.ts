/** Folds case and diacritics, and leaves single words: "muller" finds "Müller", "brien" "O'Brien". */
export function searchText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('đ', 'd')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
