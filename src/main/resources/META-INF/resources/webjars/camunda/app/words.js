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

// Admin writes the days of its metrics itself, in the form in which the engine is asked for them.
const METRICS = '.execution-metrics';
const DAY = /\b(\d{4})-(\d\d)-(\d\d)\b/g;
const persianDay = options => new Intl.DateTimeFormat('fa-IR-u-ca-persian', { ...options, timeZone: 'UTC' });
const inWords = persianDay({ day: 'numeric', month: 'long', year: 'numeric' });
// As narrow as what stood there.
const inDigits = persianDay({ day: '2-digit', month: '2-digit', year: 'numeric' });

function persianDays(text, format) {
  return text.replace(DAY, (written, year, month, date) => format.format(Date.UTC(year, month - 1, date)));
}

/** Speaks Persian on canvases too, where charts draw what they say in the place that they have measured for it. */
function translateCharts() {
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    fillText.call(this, persianDigits(persianDays(String(text), inDigits)), ...place);
  };
}

function translate(text) {
  const said = text.data.trim();
  if (said && !text.parentElement?.closest(KEPT)) {
    if (said.search(DAY) >= 0 && text.parentElement?.closest(METRICS)) {
      text.data = persianDays(text.data, inWords);
    } else if (Object.hasOwn(WORDS, said)) {
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
  translateCharts();
  translateAll(page);
  new MutationObserver(changes => changes.forEach(({ type, target, addedNodes }) => {
    (type === 'characterData' ? [target] : addedNodes).forEach(translateAll);
  })).observe(page, { subtree: true, childList: true, characterData: true });
}
