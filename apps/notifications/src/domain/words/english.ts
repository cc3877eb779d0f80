import type { Words } from './words.ts';

export const english: Words & { readonly staffFooter: string } = {
  code: 'en',
  direction: 'ltr',
  subject: { invitation: 'A few short questions', reminder: 'A few short questions are still open' },
  greeting: 'Hello,',
  ask: {
    invitation: 'Your clinic would like to ask you a few short questions.',
    reminder: 'You can still answer the few short questions from your clinic.',
  },
  answer: 'Answer now',
  until: (date) => `The link is for you alone and opens until ${date}.`,
  notWatched:
    'Nobody watches this mailbox or the answers for emergencies. If you are in danger, call your local emergency number.',
  optOut: 'Stop these messages',
  way: { email: 'by email', sms: 'by SMS' },
  stop: {
    title: 'Messages from your clinic',
    question: 'Stop these messages?',
    consequence: (way) => `Your clinic will not write to you ${way} any more. Your care goes on as before.`,
    done: 'Done',
    stopped: (way) =>
      `You will get no more of these messages ${way}. Tell your clinic if you change your mind.`,
    remains: (way) =>
      `Your clinic may still write to you ${way}: each of those messages has a link of its own to stop them.`,
    nothing: 'This link stops nothing',
    nothingToDo:
      'It may have been cut off on the way, or be too old. Open it once more from your newest message, or ask your clinic to stop writing.',
  },
  staffFooter:
    'This mail says nothing about any client on purpose. You set what you are told in your preferences.',
};
