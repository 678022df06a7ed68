// Every sentence of the pages, in English and in Persian, with {0} where a word of the model stands. What models, tables,
// forms and mails say themselves comes from there and from their catalogues; rules, functions and listeners in Persian
// stand in fa.properties.
import { readFileSync } from 'node:fs';

/** The language in which this run writes: Persian if it is called with "fa". */
export const PERSIAN = process.argv.includes('fa');

const TEXTS = {
  written: ['Written by npm run docs, in processes; change the models instead.',
    'نوشتهٔ npm run docs در processes؛ به جای این صفحه مدل‌ها را تغییر دهید.'],
  otherLanguage: ['[فارسی](fa/{0})', '[English](../{0})'],

  index: ['The flows', 'فرایندها'],
  indexAbout: ['What runs in Namad, page by page, written from the models themselves: who does what, by when, which mails '
    + 'go out, what is decided by which table, which rule stands where. [redesign.md](../redesign.md) tells how to change a '
    + 'flow.', 'آنچه در نماد می‌گذرد، صفحه به صفحه و نوشته از روی خود مدل‌ها: چه کسی چه کاری را تا کی انجام می‌دهد، کدام '
    + 'نامه‌ها فرستاده می‌شود، هر تصمیم را کدام جدول می‌گیرد و هر قاعده کجاست. [راهنمای تغییر فرایندها]'
    + '(../../redesign.fa.md) می‌گوید یک فرایند را چگونه تغییر دهید.'],
  flow: ['flow', 'فرایند'],
  flowAbout: ['what it is', 'چیست'],
  flowWorkers: ['who works in it', 'چه کسی در آن کار می‌کند'],
  nobody: ['nobody', 'هیچ کس'],
  indexOthers: ['[Decision tables](decisions.md) · [what models may use](building-blocks.md)',
    '[جدول‌های تصمیم](decisions.md) · [آنچه مدل‌ها می‌توانند به کار ببرند](building-blocks.md)'],

  picture: ['The flow {0}', 'فرایند {0}'],
  model: ['Model: {0}', 'مدل: {0}'],
  calledBy: ['Called by: {0}', 'فراخوانده از: {0}'],
  calls: ['Calls: {0}', 'فرا می‌خواند: {0}'],
  tests: ['Tests: {0}', 'آزمون‌ها: {0}'],
  people: ['People', 'افراد'],
  times: ['Times', 'زمان‌ها'],
  mails: ['Mails', 'نامه‌ها'],
  decisions: ['Decisions', 'تصمیم‌ها'],
  rules: ['Rules', 'قاعده‌ها'],
  elements: ['Elements', 'اجزا'],
  elementsAbout: ['In reading order, without the points where ways only meet. The ids are those of the model; findings of '
    + 'the check name them.', 'به ترتیب خواندن، بی نقطه‌هایی که راه‌ها تنها به هم می‌رسند. شناسه‌ها همان شناسه‌های مدل است '
    + 'و یافته‌های بررسی آنها را نام می‌برد.'],
  task: ['Task', 'کار'],
  who: ['Who', 'چه کسی'],
  byWhen: ['By when', 'تا کی'],
  form: ['Form', 'فرم'],
  element: ['Element', 'جزء'],
  when: ['When', 'کی'],
  whatOf: ['What of', 'درباره'],
  mail: ['Mail', 'نامه'],
  subject: ['Subject', 'موضوع'],
  to: ['To', 'گیرنده'],
  sentBy: ['Sent by', 'فرستنده'],
  table: ['Table', 'جدول'],
  askedBy: ['Asked by', 'پرسنده'],
  result: ['Result', 'نتیجه'],
  rule: ['Rule', 'قاعده'],
  says: ['What it says', 'چه می‌گوید'],
  kind: ['Kind', 'نوع'],
  whoByWhen: ['Who, by when', 'چه کسی، تا کی'],
  happens: ['What happens', 'چه می‌شود'],
  then: ['Then', 'سپس'],
  hostGoesOn: ['*{0}* goes on', '*{0}* ادامه می‌یابد'],
  hostEnds: ['*{0}* ends', '*{0}* پایان می‌یابد'],

  UserTask: ['task of a person', 'کار انسان'],
  SendTask: ['mail', 'نامه'],
  BusinessRuleTask: ['decision', 'تصمیم'],
  ServiceTask: ['step', 'گام'],
  ReceiveTask: ['wait', 'انتظار'],
  CallActivity: ['call of a process', 'فراخوانی فرایند'],
  SubProcess: ['sub-process', 'زیرفرایند'],
  ParallelGateway: ['side by side', 'هم‌زمان'],
  EventBasedGateway: ['whatever comes first', 'هر کدام زودتر بیاید'],
  StartEvent: ['start', 'آغاز'],
  EndEvent: ['end', 'پایان'],
  BoundaryEvent: ['meanwhile', 'در این میان'],
  IntermediateCatchEvent: ['wait', 'انتظار'],
  question: ['question', 'پرسش'],
  waysMeet: ['ways meet', 'به هم رسیدن راه‌ها'],
  allWaysMeet: ['all ways meet', 'به هم رسیدن همه راه‌ها'],

  onPage: ['{0}, on the page {1}', '{0}، در صفحهٔ {1}'],
  notWhoDid: [', but nobody who did {0}', '، ولی نه کسی که این کار را کرده است: {0}'],
  after: ['after {0}', 'پس از {0}'],
  dueAt: ['due at {0}', 'سررسید: {0}'],
  shownAt: ['followed up at {0}', 'پیگیری: {0}'],
  stands: ['Rules: {0}.', 'قاعده‌ها: {0}.'],
  asksTable: ['Asks the table {0}', 'از جدول {0} می‌پرسد'],
  resultIs: ['; the result is {0}', '؛ نتیجه: {0}'],
  runs: ['Runs {0}.', '{0} را اجرا می‌کند.'],
  shows: ['Form: {0}.', 'فرم: {0}.'],
  ownEvent: ['Begins by its own event while the process runs, see below.',
    'در میانهٔ فرایند با رویداد خودش آغاز می‌شود، پایین را ببینید.'],
  seeBelow: ['See below.', 'پایین را ببینید.'],
  goesOnWhenTold: ['Goes on when told: {0}.', 'با این خبر ادامه می‌یابد: {0}.'],
  sends: ['Mail {0} to the {1}: “{2}”.', 'نامهٔ {0} به {1}: «{2}».'],
  withFiles: ['With {0}.', 'همراه با {0}.'],
  told: ['When told: {0}.', 'با این خبر: {0}.'],
  raises: ['Raises: {0}.', 'خبر می‌دهد: {0}.'],
  raised: ['When raised inside: {0}.', 'اگر درون آن خبر داده شود: {0}.'],
  endsAll: ['Ends everything that still goes on around it.', 'هر چه را پیرامون آن هنوز در جریان است پایان می‌دهد.'],
  whileHost: ['While *{0}* goes on.', 'در حالی که *{0}* ادامه دارد.'],
  endsHost: ['Ends *{0}*.', '*{0}* را پایان می‌دهد.'],
  runsOn: ['Runs on during outages of the platform.', 'هنگام قطعی سامانه هم می‌رود.'],
  otherwise: ['in all other cases', 'در دیگر حالت‌ها'],

  daily: ['every day at {0}', 'هر روز ساعت {0}'],
  workingDay: ['the end of the {0} working day', 'پایان روز کاری {0}'],
  beforeTermOrOut: ['{0} before the term ends; left out if that day has passed',
    '{0} پیش از پایان اعتبار؛ اگر آن روز گذشته باشد کنار گذاشته می‌شود'],
  beforeTerm: ['{0} before the term ends', '{0} پیش از پایان اعتبار'],
  termEnd: ['the end of the term', 'پایان اعتبار'],
  blockOrTermEnd: ['the day from which no complaint stands against renewal, or the end of the term if that is earlier',
    'روزی که از آن پس شکایتی جلوی تمدید را نمی‌گیرد، یا پایان اعتبار اگر زودتر باشد'],
  termOver: ['the term is over', 'اعتبار پایان یافته است'],
  applicantSees: ['The applicant\'s page shows the stage {0}.', 'صفحهٔ متقاضی مرحلهٔ {0} را نشان می‌دهد.'],
  applicantFault: ['What was found wrong is kept for the applicant\'s page.',
    'آنچه نادرست بود برای صفحهٔ متقاضی نگه داشته می‌شود.'],
  holderSees: ['The holder\'s page shows the state {0}.', 'صفحهٔ دارندهٔ نماد وضعیت {0} را نشان می‌دهد.'],
  choice: ['{0} if {1} is {2}, else {3}', '{0} اگر {1} برابر {2} باشد، وگرنه {3}'],
  holds: ['what {0} holds', 'آنچه در {0} است'],
  is: ['{0} is {1}', '{0} برابر {1} است'],
  isNot: ['{0} is not {1}', '{0} برابر {1} نیست'],
  isTrue: ['{0} is true', '{0} درست است'],
  isFalse: ['{0} is false', '{0} نادرست است'],
  and: ['and', 'و'],
  or: ['or', 'یا'],

  'worker./panel/applications/': ['the applicant', 'متقاضی'],
  'worker./panel/complaints/': ['the business', 'فروشگاه'],
  'worker./complaints/': ['the consumer', 'خریدار'],
  'worker./panel/': ['the holder of the seal', 'دارندهٔ نماد'],
  'recipient.applicant': ['applicant', 'متقاضی'],
  'recipient.business': ['business', 'فروشگاه'],
  'recipient.complainant': ['complainant', 'خریدار'],
  'recipient.holder': ['holder', 'دارندهٔ نماد'],
  'group.case-officer': ['Case officer', 'کارشناس پرونده'],
  'group.supervisor': ['Supervisor', 'سرپرست'],
  'group.rating-operator': ['Rating operator', 'کارشناس رتبه‌بندی'],
  'group.monitoring-officer': ['Monitoring officer', 'کارشناس پایش'],
  'group.process-owner': ['Process owner', 'صاحب فرایند'],
  'group.auditor': ['Auditor', 'ممیز'],
  'group.camunda-admin': ['Administrator', 'مدیر سامانه'],

  tables: ['Decision tables', 'جدول‌های تصمیم'],
  tablesAbout: ['Numbers, prices and thresholds that a process owner changes without touching a flow. A cell that says '
    + '“any” does not matter for its row. Where no process is named, Namad itself asks the table when it needs the answer.',
    'عددها، قیمت‌ها و آستانه‌هایی که صاحب فرایند بی دست زدن به فرایند تغییر می‌دهد. خانه‌ای که «هر چه» در آن آمده برای ردیف '
    + 'خود اهمیتی ندارد. اگر فرایندی نام برده نشده، خود نماد هر وقت پاسخ را لازم دارد از جدول می‌پرسد.'],
  tableFile: ['Table: {0}', 'جدول: {0}'],
  tableUsers: ['Asked by: {0}', 'پرسنده: {0}'],
  tableRules: ['Rules: {0}', 'قاعده‌ها: {0}'],
  always: ['Always {0}.', 'همیشه {0}.'],
  why: ['Why', 'چرا'],
  UNIQUE: ['Exactly one row fits.', 'درست یک ردیف می‌خورد.'],
  FIRST: ['The first row that fits counts.', 'نخستین ردیفی که بخورد به شمار می‌آید.'],
  COLLECT: ['Every row that fits counts.', 'هر ردیفی که بخورد به شمار می‌آید.'],
  'RULE ORDER': ['Every row that fits counts, in this order.', 'هر ردیفی که بخورد به شمار می‌آید، به همین ترتیب.'],
  any: ['any', 'هر چه'],
  empty: ['empty', 'خالی'],

  blocks: ['What models may use', 'آنچه مدل‌ها می‌توانند به کار ببرند'],
  blocksAbout: ['Everything else is refused at deployment, see [ADR 13](../adr/0013-checked-deployments.md). Steps, mails, '
    + 'decisions and tasks are in the kit, `processes/element-templates`; choose them in Modeler under *Template*.',
    'هر چیز دیگر هنگام استقرار رد می‌شود، [تصمیم ۱۳](../../adr/0013-checked-deployments.md) را ببینید. گام‌ها، نامه‌ها، '
    + 'تصمیم‌ها و کارها در جعبه‌ابزار است، `processes/element-templates`؛ آنها را در Modeler زیر *Template* برگزینید.'],
  steps: ['Steps and tasks of the kit', 'گام‌ها و کارهای جعبه‌ابزار'],
  name: ['Name', 'نام'],
  does: ['What it does', 'چه می‌کند'],
  settings: ['What can be set', 'چه چیزی را می‌توان تعیین کرد'],
  functions: ['Functions', 'تابع‌ها'],
  functionsAbout: ['In conditions, due dates and timers, beside comparisons of variables such as `${point == \'add\'}`, '
    + '`${!placed}` and `${notice == \'proven\' || notice == \'unreachable\'}`.',
    'در شرط‌ها، سررسیدها و زمان‌سنج‌ها، در کنار مقایسهٔ متغیرها مانند <code dir="ltr">${point == \'add\'}</code>، '
    + '<code dir="ltr">${!placed}</code> و <code dir="ltr">${notice == \'proven\' || notice == \'unreachable\'}</code>.'],
  function: ['Function', 'تابع'],
  gives: ['What it gives', 'چه می‌دهد'],
  groups: ['Groups', 'گروه‌ها'],
  groupsAbout: ['Candidates of staff tasks; [roles.md](../roles.md) tells what each may do.',
    'انجام‌دهندگان کارهای کارکنان؛ [roles.md](../../roles.md) می‌گوید هر کدام چه اجازه‌ای دارد.'],
  group: ['Group', 'گروه'],
  facts: ['Facts', 'داده‌های پرونده'],
  factsAbout: ['By kind of case, for mails (`[[${site}]]`) and for fields of forms that are only read (key `site`). A fact '
    + 'that a case does not have yet is empty. With `Also` behind a time\'s name stands the same time in the other calendar.',
    'به تفکیک نوع پرونده، برای نامه‌ها (<code dir="ltr">[[${site}]]</code>) و برای خانه‌های فقط‌خواندنی فرم‌ها (کلید `site`). '
    + 'داده‌ای که پرونده هنوز ندارد خالی است. نام زمان با `Also` در پی آن همان زمان در تقویم دیگر است.'],
  caseKind: ['Kind of case', 'نوع پرونده'],
  recipients: ['Recipients of mails', 'گیرندگان نامه‌ها'],
  'case.amendment': ['amendment', 'تغییر اطلاعات (`amendment`)'],
  'case.application': ['application', 'درخواست نماد (`application`)'],
  'case.complaint': ['complaint', 'شکایت (`complaint`)'],
  'case.enforcement': ['enforcement', 'نظارت (`enforcement`)'],
  'case.renewal': ['renewal', 'تمدید (`renewal`)']
};

const used = new Set();
const persian = catalogue(readFileSync(new URL('fa.properties', import.meta.url), 'utf8'));

/** A text of the pages in the language of this run, with `values` where {0}, {1} … stand. */
export function text(key, ...values) {
  const both = TEXTS[key];
  if (!both) {
    throw new Error(`docs/texts.mjs has no text ${key}`);
  }
  return both[PERSIAN ? 1 : 0].replace(/\{(\d)\}/g, (all, at) => values[at]);
}

/** What stands elsewhere in English only: in Persian from fa.properties, which must have it. */
export function translated(key, english) {
  used.add(key);
  if (PERSIAN && !persian[key]) {
    throw new Error(`docs/fa.properties has no text ${key} (${english})`);
  }
  return PERSIAN ? persian[key] : english;
}

/** What fa.properties has and no page says. */
export function unused() {
  return Object.keys(persian).filter(key => !used.has(key));
}

/** The texts of a Java properties file by their keys. */
export function catalogue(file) {
  return Object.fromEntries(file.split('\n').filter(line => line && !line.startsWith('#')).map(line => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1).replaceAll('\\n', '\n')];
  }));
}

/** A page: in Persian it reads from right to left. */
export function page(...parts) {
  const whole = parts.filter(Boolean).join('\n\n');
  return PERSIAN ? `<div dir="rtl">\n\n${whole}\n\n</div>\n` : `${whole}\n`;
}
