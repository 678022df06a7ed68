// Says in Persian what the applications print by themselves, past their labels: numbers, names, and the words of tables.
const WORDS = {
  Tasklist: 'فهرست کارها',
  Cockpit: 'نمای فرایندها',
  Admin: 'کاربران و دسترسی‌ها',
  Welcome: 'برنامه‌های کارکنان',
  Actions: 'اقدام',
  'Hit policy:': 'شیوه گزینش:',
  Unique: 'یکتا',
  First: 'نخستین',
  Any: 'هر کدام',
  Collect: 'گردآوری',
  'Rule order': 'به ترتیب قاعده‌ها',
  'Collect (Sum)': 'گردآوری (جمع)',
  'Collect (Min)': 'گردآوری (کمترین)',
  'Collect (Max)': 'گردآوری (بیشترین)',
  'Collect (Count)': 'گردآوری (شمار)',
  When: 'هرگاه',
  Then: 'آنگاه',
  And: 'و',
  Annotations: 'توضیح',
  null: 'تهی'
};

// Admin puts the name of what is authorized first.
const AUTHORIZATIONS = /^(.+) (مجوزها)$/;

// A number by itself or at the head of a Persian text; keys and codes keep their digits.
const NUMBER = /^\s*\(?[0-9]+(?:[.,][0-9]+)*%?\)?(?![0-9A-Za-z_:-])[^0-9A-Za-z]*$/;
// What is read by engines, or typed.
const KEPT = 'pre, code, textarea, script, style, .CodeMirror, [contenteditable], [cam-widget-variables-table] tbody, td.input-cell, td.output-cell';

const persianDigits = text => text.replace(/[0-9]/g, digit => '۰۱۲۳۴۵۶۷۸۹'[digit]);

function translate(text) {
  const said = text.data.trim();
  if (said && !text.parentElement?.closest(KEPT)) {
    if (Object.hasOwn(WORDS, said)) {
      text.data = text.data.replace(said, WORDS[said]);
    } else if (NUMBER.test(said)) {
      text.data = persianDigits(text.data);
    } else if (AUTHORIZATIONS.test(said)) {
      text.data = said.replace(AUTHORIZATIONS, '$2: $1');
    }
  }
}

function translateAll(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translate(node);
    return;
  }
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    translate(texts.currentNode);
  }
}

/** Translates what is in the page, and whatever comes into it. */
export default function persianWords(page) {
  translateAll(page);
  new MutationObserver(changes => changes.forEach(({ type, target, addedNodes }) => {
    (type === 'characterData' ? [target] : addedNodes).forEach(translateAll);
  })).observe(page, { subtree: true, childList: true, characterData: true });
}
