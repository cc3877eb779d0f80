import type { Words } from './words.ts';

/** Not reviewed by a clinician who speaks the language. */
export const hindi: Words = {
  code: 'hi',
  direction: 'ltr',
  subject: { invitation: 'कुछ छोटे प्रश्न', reminder: 'कुछ छोटे प्रश्न अभी बाकी हैं' },
  greeting: 'नमस्ते,',
  ask: {
    invitation: 'आपका क्लिनिक आपसे कुछ छोटे प्रश्न पूछना चाहता है। इसमें लगभग एक मिनट लगता है।',
    reminder: 'आप अब भी अपने क्लिनिक के कुछ छोटे प्रश्नों के उत्तर दे सकते हैं। इसमें लगभग एक मिनट लगता है।',
  },
  answer: 'अभी उत्तर दें',
  until: (date) => `यह लिंक केवल आपके लिए है और ${date} तक खुलेगा।`,
  notWatched:
    'आपात स्थिति के लिए इस मेलबॉक्स या उत्तरों पर कोई नज़र नहीं रखता। यदि आप खतरे में हैं, तो अपने स्थानीय आपातकालीन नंबर पर कॉल करें।',
  optOut: 'ये संदेश बंद करें',
};
