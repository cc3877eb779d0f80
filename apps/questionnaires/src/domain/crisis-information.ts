import type { Texts } from './instrument.ts';

/** Whom to call. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** What the form says to somebody in danger, in one language. */
export interface CrisisText {
  readonly text: string;
  readonly contacts: readonly Contact[];
}

export interface CrisisInformation extends CrisisText {
  readonly language: string;
}

/** Right in every country, and so without numbers: those the provider adds. */
const shipped: Texts = {
  en: 'If you might harm yourself or are in danger, call your local emergency number or a crisis line now, or go to the nearest emergency department.',
  hi: 'अगर आपको लगता है कि आप ख़ुद को नुकसान पहुँचा सकते हैं या आप ख़तरे में हैं, तो अभी अपने इलाके के आपातकालीन नंबर या किसी संकट हेल्पलाइन पर फ़ोन करें, या सबसे नज़दीकी अस्पताल के आपातकालीन विभाग में जाएँ।',
  ar: 'إذا كنت تخشى أن تؤذي نفسك أو كنت في خطر، فاتصل الآن برقم الطوارئ المحلي أو بخط المساعدة في الأزمات، أو توجّه إلى أقرب قسم طوارئ.',
};

/**
 * What the form says in each language: the provider's words, and what ships where there are none. The numbers to call
 * are then those of the provider's first language, because a number helps in any language.
 */
export function crisisTexts(own: readonly CrisisInformation[]): CrisisInformation[] {
  const contacts = own[0]?.contacts ?? [];
  const written = new Set(own.map(({ language }) => language));
  const rest = Object.entries(shipped).flatMap(([language, text]) =>
    written.has(language) ? [] : [{ language, text, contacts }],
  );
  return [...own, ...rest];
}
