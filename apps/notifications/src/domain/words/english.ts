import type { Words } from './words.ts';

export const english: Words & { readonly staffFooter: string } = {
  code: 'en',
  direction: 'ltr',
  subject: { invitation: 'A few short questions', reminder: 'A few short questions are still open' },
  greeting: 'Hello,',
  ask: {
    invitation: 'Your clinic would like to ask you a few short questions. It takes about a minute.',
    reminder: 'You can still answer the few short questions from your clinic. It takes about a minute.',
  },
  answer: 'Answer now',
  until: (date) => `The link is for you alone and opens until ${date}.`,
  notWatched:
    'Nobody watches this mailbox or the answers for emergencies. If you are in danger, call your local emergency number.',
  optOut: 'Stop these messages',
  stop: {
    title: 'Messages from your clinic',
    question: 'Stop these messages?',
    consequence: 'Your clinic will not write to you this way any more. Your care goes on as before.',
    done: 'Done',
    stopped: 'You will get no more of these messages. Tell your clinic if you change your mind.',
  },
  staffFooter:
    'This mail says nothing about any client on purpose. You set what you are told in your preferences.',
};
