import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Suggestion } from '../api/alerts.ts';

/** The platform's suggestions, for translators. */
const words: Readonly<
  Record<string, { readonly title: MessageDescriptor; readonly text: MessageDescriptor }>
> = {
  'meta-communication': {
    title: msg`Talk about the talking`,
    text: msg`Begin the next session by asking how the last one felt, wonder aloud whether something came between you, and say what part of it may be yours before you explain anything.`,
  },
  goals: {
    title: msg`Agree anew on where this goes`,
    text: msg`Ask what the client would most like to be different by now, and rewrite the goals together, in the client’s words.`,
  },
  tasks: {
    title: msg`Change what you do together, or how fast`,
    text: msg`Say why you work the way you do, ask which part of it makes sense to the client, and offer a different exercise, a smaller step or a slower pace.`,
  },
  bond: {
    title: msg`Look for the withdrawal`,
    text: msg`Politeness, short answers and changes of subject can be a retreat. Leave room for criticism, and thank the client for it when it comes.`,
  },
  supervision: {
    title: msg`Take it to supervision`,
    text: msg`Bring the course and the moment you think it turned. An outside ear hears one’s own part in a rupture more easily.`,
  },
  course: {
    title: msg`Go through the course together`,
    text: msg`Show the client the curve, ask what has changed since it turned, and ask what would make the sessions more useful.`,
  },
  'contact-today': {
    title: msg`Contact the client today`,
    text: msg`Ask directly about thoughts of harm, and follow the safety plan of your practice. Write down what was agreed.`,
  },
  'not-alone': {
    title: msg`Do not carry it alone`,
    text: msg`Tell your supervisor or clinic lead today, whatever the conversation brings.`,
  },
  'get-in-touch': {
    title: msg`Get in touch before the next appointment`,
    text: msg`A short, personal message: that the client was missed, and that it is welcome to say if something about the sessions makes it hard to come or to answer.`,
  },
};

/** A suggestion in the language of the page; in English, or when it is new, as the platform says it. */
export function inLanguage(suggestion: Suggestion): Suggestion {
  const told = words[suggestion.code];
  if (i18n.locale === 'en' || !told) return suggestion;
  return { ...suggestion, title: i18n._(told.title), text: i18n._(told.text) };
}
