// What all of Camunda's web applications are told at Namad: their language, their name, and what follows from these.
import './sign-in.js';
import language from './language.js';
import mirror from './mirror.js';

const PERSIAN = language === 'fa';

document.documentElement.lang = language;
document.documentElement.dir = PERSIAN ? 'rtl' : 'ltr';
if (PERSIAN) {
  mirror(document.styleSheets);
}

/** What is said in the reader's language, of texts such as {fa: 'نماد', en: 'Namad'}. */
export function said(texts) {
  return texts[language];
}

/** The settings of an application with this name: {fa: …, en: …}. */
export function settings(name, more = {}) {
  return {
    app: { vendor: said({ fa: 'نماد ·', en: 'Namad ·' }), name: said(name) },
    // Only one to choose from: the browser's own language plays no part.
    locales: { availableLocales: [language], fallbackLocale: language },
    disableWelcomeMessage: true,
    customScripts: ['../dates'],
    requireJsConfig: { ngDeps: ['namad.jalali'] },
    ...more
  };
}
