// Says in words what a model says in periods, expressions and names.
import { PERSIAN, text } from './texts.mjs';

const UNITS = [['Y', 'year', 'سال'], ['M', 'month', 'ماه'], ['W', 'week', 'هفته'], ['D', 'day', 'روز'],
  ['H', 'hour', 'ساعت'], ['M', 'minute', 'دقیقه'], ['S', 'second', 'ثانیه']];
const ORDINALS = ['نخست', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم', 'هفتم', 'هشتم', 'نهم', 'دهم'];

/** What expressions may call (marked @ForModels in Java), and what that means for a reader of the model. */
const CALLS = {
  'workingDays.after': days => text('workingDay', ordinal(Number(days))),
  'renewalTerm.reminder': (id, before) => text('beforeTermOrOut', period(before)),
  'renewalTerm.deadline': (id, before) => text('beforeTerm', period(before)),
  'renewalTerm.end': () => text('termEnd'),
  'renewalTerm.blockOrTermEnd': () => text('blockOrTermEnd'),
  'renewalTerm.over': () => text('termOver'),
  'applicationProgress.enter': (id, stage) => text('applicantSees', code(stage)),
  'applicationProgress.placementChecked': () => text('applicantFault'),
  'amendmentProgress.enter': (id, status) => text('holderSees', code(status))
};

/** Whose pages user tasks name: the beginnings of their paths, the longer ones first. */
const PAGES = ['/panel/applications/', '/panel/complaints/', '/complaints/', '/panel/'];

/** What stands in models and files letter by letter. Signs at its ends would change sides between Persian words. */
export function code(words) {
  return PERSIAN && !/^\w+([.-]\w+)*$/.test(words)
    ? `<code dir="ltr">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</code>`
    : `\`${words}\``;
}

/** What stands between the members of a list. */
export const COMMA = PERSIAN ? '، ' : ', ';

export function list(words, last = text('and')) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(COMMA)} ${last} ${words.at(-1)}`;
}

/** A value of a table: between Persian words it keeps its direction as code. */
export function value(words) {
  return PERSIAN && /^[ -~]+$/.test(words) ? code(words) : words;
}

/** Sentences one after the other: the kit's Persian ones have no full stop where a name of a variable ends them. */
export function sentence(words) {
  return /[.؟?!]$/.test(words) ? words : `${words}.`;
}

export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function digits(words) {
  return PERSIAN ? words.replace(/\d/g, digit => '۰۱۲۳۴۵۶۷۸۹'[digit]) : words;
}

function ordinal(number) {
  return PERSIAN ? ORDINALS[number - 1] : number + (['st', 'nd', 'rd'][number - 1] ?? 'th');
}

/** "96 hours" for PT96H; undefined for anything but a period. */
export function period(words) {
  const [, date = '', time = ''] = /^P([\dYMWD]*)(?:T([\dHMS]+))?$/.exec(words) ?? [];
  const parts = [...date.matchAll(/(\d+)([YMWD])/g)].map(part => [part, UNITS.slice(0, 4)])
    .concat([...time.matchAll(/(\d+)([HMS])/g)].map(part => [part, UNITS.slice(4)]));
  return parts.map(([[, number, letter], units]) => {
    const [, english, persian] = units.find(([unit]) => unit === letter);
    return PERSIAN ? `${digits(number)} ${persian}` : `${number} ${english}${number === '1' ? '' : 's'}`;
  }).join(PERSIAN ? ' و ' : ' ') || undefined;
}

/** "notice refused" for NoticeRefused. */
export function spaced(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, (all, a, b) => `${a} ${b.toLowerCase()}`)
    .replace(/^./, a => a.toLowerCase());
}

export function group(id) {
  return PERSIAN ? text(`group.${id}`) : id.replaceAll('-', ' ');
}

export function worker(page) {
  return text(`worker.${PAGES.find(path => page.startsWith(path))}`);
}

/** Who a mail goes to: a role, or an expression that gives one. */
export function recipient(role) {
  return role.startsWith('$') ? expression(role) : text(`recipient.${role}`);
}

/** When a timer fires: the text of a date, a period or a cycle. */
export function moment(words) {
  const daily = /^0 (\d+) (\d+) \* \* \?$/.exec(words);
  return daily ? text('daily', digits(`${daily[2]}:${daily[1].padStart(2, '0')}`)) : period(words) ?? expression(words);
}

/** What an expression other than a condition gives. */
export function expression(words) {
  const body = /^\$\{(.*)\}$/.exec(words)?.[1];
  if (body === undefined) {
    return period(words) ?? code(words);
  }
  const choice = /^(\w+) == '(\w+)' \? '(\w+)' : '(\w+)'$/.exec(body);
  if (choice) {
    const [, variable, value, one, other] = choice;
    return text('choice', recipient(one), code(variable), code(value), recipient(other));
  }
  return call(body) ?? (/^'.*'$/.test(body) ? code(body.slice(1, -1)) : text('holds', code(body)));
}

/** A condition, with the names of variables and values as `name` gives them. */
export function condition(words, name) {
  const terms = words.replace(/^\$\{(.*)\}$/, '$1').split(/ (\|\||&&) /);
  return terms.map(term => ({ '||': text('or'), '&&': text('and') })[term] ?? comparison(term, name)).join(' ');
}

function comparison(term, name) {
  const [, variable, operator, value] = /^(\w+) ([=!]=) '(.*)'$/.exec(term) ?? [];
  if (variable) {
    return text(operator === '==' ? 'is' : 'isNot', name(variable), name(variable, value));
  }
  const [, not, holds] = /^(!?)(\w+)$/.exec(term) ?? [];
  if (holds) {
    return text(not ? 'isFalse' : 'isTrue', name(holds));
  }
  return call(term) ?? fail(term);
}

function call(words) {
  const [, called, inputs] = /^(\w+\.\w+)\((.*)\)$/.exec(words) ?? [];
  if (called && !CALLS[called]) {
    fail(called);
  }
  return called && CALLS[called](...inputs.split(',').map(input => input.trim().replace(/^'(.*)'$/, '$1')));
}

function fail(words) {
  throw new Error(`docs/words.mjs has no words for ${words}`);
}
