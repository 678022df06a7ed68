// What all of Camunda's web applications are told at Namad: their language, their name, and what follows from these.
import './sign-in.js';
import language from './language.js';
import mirror from './mirror.js';
import persianWords from './words.js';

const PERSIAN = language === 'fa';

document.documentElement.lang = language;
document.documentElement.dir = PERSIAN ? 'rtl' : 'ltr';
if (PERSIAN) {
  mirror(document.styleSheets);
  persianWords(document.body);
}
await keepLabels();

/**
 * Puts the application's labels where it looks for them at first. Some of its tables ask for theirs but once, and would
 * show the keys for ever if these were still on their way.
 */
async function keepLabels() {
  const base = document.querySelector('base');
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  const name = `${folder}_locales_data_${language}_${window.bust}`;
  if (!kept[name]) {
    const answer = await fetch(`${folder}${language}.json`);
    kept[name] = await answer.text();
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
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
