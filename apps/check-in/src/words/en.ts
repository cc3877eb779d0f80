import type { Words } from './words.ts';

export const en: Words = {
  language: 'en',
  dir: 'ltr',
  languageLabel: 'Language',
  opening: 'One moment…',
  start: (questions) => `Start · ${questions} questions`,
  goOn: 'Go on',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  send: 'Send',
  sending: 'Sending…',
  again: 'Try again',
  questions: (count) => (count === 1 ? '1 question' : `${count} questions`),
  question: (number, of) => `Question ${number} of ${of}`,
  progress: 'Progress',
  notMeasure: 'This check-in is a conversation aid. It is not a validated measure.',
  onlyIn: (language) => `The questions are there in ${language} only.`,
  needsAnswer: '(needs an answer)',
  ownWords: 'In my own words',
  atLeast: (count) => `Choose at least ${count}.`,
  line: (from, to) => `From ${from} to ${to}`,
  notAnswered: 'not answered',
  noAnswer: 'No question has an answer yet. Answer at least one, or just close this page.',
  missing: (count) =>
    `${count === 1 ? 'One question has' : `${count} questions have`} no answer yet. You can go back, or send it as it is.`,
  needed: (count) =>
    `${count === 1 ? 'One question needs' : `${count} questions need`} an answer before this can be sent.`,
  refused: 'These answers were not accepted. Go back and look through them, or tell your therapist.',
  saved: 'Saved',
  kept: 'Saved on this phone. It will be sent when there is a connection.',
  notWatched: 'Nobody watches this form for emergencies.',
  notAlone: 'You do not have to be alone with this.',
  toldOnSend:
    'This form is not watched for emergencies; your therapist is told about your answer when you send it.',
  told: 'Your therapist is told about your answer. Nobody watches this form for emergencies.',
  notTold:
    'Your therapist has not been told about your answer yet. Nobody watches this form for emergencies.',
  nobodyTold:
    'Nobody has been told about your answer, and from here nobody will be: please tell your therapist yourself. Nobody watches this form for emergencies.',
  perhapsNotTold:
    'Your answer here may not be among those that were sent: please tell your therapist yourself. Nobody watches this form for emergencies.',
  waiting: [
    'Your answers are saved on this phone',
    'They will be sent as soon as there is a connection; you need not do anything. If you close this page before that, open your link once more later.',
  ],
  notArrived: [
    'Your answers did not arrive',
    'The form closed before there was a connection to send them. Ask your therapist for a new link, or tell them what you wanted to say.',
  ],
  sent: ['Thank you', 'Your answers have arrived and are part of your course.'],
  close: 'You can close this page now.',
  result: 'Your result',
  outOf: (value, most) => `${value} of ${most}`,
  aboutResult: 'A number alone says little. Your therapist will talk about it with you.',
  troubles: {
    'link-unknown': [
      'This link does not open a form',
      'It may have been cut off on the way. Open it once more from your message, or ask your therapist for a new one.',
    ],
    'link-expired': [
      'This link is too old',
      'The time to answer has passed, and that is all right. Ask your therapist if you would still like to answer.',
    ],
    'link-used': [
      'You have answered already',
      'Your answers have arrived. There is nothing more to do here.',
    ],
    'link-revoked': [
      'This form was taken back',
      'Nothing needs to be done. Ask your therapist if you expected it.',
    ],
    away: [
      'We cannot be reached right now',
      'Nothing that you have answered is lost. Check your connection and try again in a moment.',
    ],
    busy: [
      'One moment, please',
      'Too much is going on here right now. Nothing that you have answered is lost: try again in a moment.',
    ],
    refused: ['This form cannot be opened', 'Please tell your therapist. Nothing of yours is lost.'],
  },
};
