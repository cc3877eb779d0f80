/** Their names in themselves, as somebody looks for them. */
export const languages = { en: 'English', hi: 'हिन्दी', ar: 'العربية' } as const;
export type Language = keyof typeof languages;

/** The first of these that the form speaks. `hi-IN` finds `hi`. */
export function spoken(wishes: readonly (string | undefined)[]): Language | undefined {
  return wishes
    .map((wish) => wish?.split('-')[0]?.toLowerCase() ?? '')
    .find((wish): wish is Language => Object.hasOwn(languages, wish));
}
