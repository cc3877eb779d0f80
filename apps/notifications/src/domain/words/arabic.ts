import type { Words } from './words.ts';

/** Not reviewed by a clinician who speaks the language. */
export const arabic: Words = {
  code: 'ar',
  direction: 'rtl',
  subject: { invitation: 'بعض الأسئلة القصيرة', reminder: 'ما زالت بعض الأسئلة القصيرة مفتوحة' },
  greeting: 'مرحبًا،',
  ask: {
    invitation: 'تود عيادتك أن تطرح عليك بعض الأسئلة القصيرة. يستغرق ذلك دقيقة واحدة تقريبًا.',
    reminder: 'ما زال بإمكانك الإجابة عن الأسئلة القصيرة من عيادتك. يستغرق ذلك دقيقة واحدة تقريبًا.',
  },
  answer: 'أجب الآن',
  until: (date) => `هذا الرابط لك وحدك ويعمل حتى ${date}.`,
  notWatched:
    'لا أحد يراقب صندوق البريد هذا أو الإجابات في حالات الطوارئ. إذا كنت في خطر، فاتصل برقم الطوارئ المحلي.',
  optOut: 'إيقاف هذه الرسائل',
};
