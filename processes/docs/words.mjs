// Says in words what a model says in periods, expressions and names.

const UNITS = [['Y', 'year'], ['M', 'month'], ['W', 'week'], ['D', 'day'],
  ['H', 'hour'], ['M', 'minute'], ['S', 'second']];

/** What expressions may call (marked @ForModels in Java), and what that means for a reader of the model. */
const CALLS = {
  'workingDays.after': days => `the end of the ${ordinal(Number(days))} working day`,
  'renewalTerm.reminder': (id, before) => `${period(before)} before the term ends; left out if that day has passed`,
  'renewalTerm.deadline': (id, before) => `${period(before)} before the term ends`,
  'renewalTerm.end': () => 'the end of the term',
  'renewalTerm.blockOrTermEnd': () => 'the day from which no complaint stands against renewal, '
    + 'or the end of the term if that is earlier',
  'renewalTerm.over': () => 'the term is over',
  'applicationProgress.enter': (id, stage) => `The applicant's page shows the stage ${code(stage)}.`,
  'applicationProgress.placementChecked': () => 'What was found wrong is kept for the applicant\'s page.',
  'amendmentProgress.enter': (id, status) => `The holder's page shows the state ${code(status)}.`
};

/** Who works on the page that a user task names. */
const PAGES = [
  ['/panel/applications/', 'the applicant'],
  ['/panel/complaints/', 'the business'],
  ['/complaints/', 'the consumer'],
  ['/panel/', 'the holder of the seal']
];

export const code = text => `\`${text}\``;

export function list(words, last = 'and') {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function ordinal(number) {
  return number + (['st', 'nd', 'rd'][number - 1] ?? 'th');
}

/** "96 hours" for PT96H; undefined for anything but a period. */
export function period(text) {
  const [, date = '', time = ''] = /^P([\dYMWD]*)(?:T([\dHMS]+))?$/.exec(text) ?? [];
  const parts = [...date.matchAll(/(\d+)([YMWD])/g)].map(part => [part, UNITS.slice(0, 4)])
    .concat([...time.matchAll(/(\d+)([HMS])/g)].map(part => [part, UNITS.slice(4)]));
  return parts.map(([[, number, letter], units]) => `${number} ${units.find(([unit]) => unit === letter)[1]}`
    + (number === '1' ? '' : 's')).join(' ') || undefined;
}

/** "notice refused" for NoticeRefused. */
export function spaced(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, (all, a, b) => `${a} ${b.toLowerCase()}`)
    .replace(/^./, a => a.toLowerCase());
}

export function group(id) {
  return id.replaceAll('-', ' ');
}

export function worker(page) {
  return PAGES.find(([path]) => page.startsWith(path))[1];
}

/** When a timer fires: the text of a date, a period or a cycle. */
export function moment(text) {
  const daily = /^0 (\d+) (\d+) \* \* \?$/.exec(text);
  return daily ? `every day at ${daily[2]}:${daily[1].padStart(2, '0')}` : period(text) ?? expression(text);
}

/** What an expression other than a condition gives. */
export function expression(text) {
  const body = /^\$\{(.*)\}$/.exec(text)?.[1];
  if (body === undefined) {
    return period(text) ?? code(text);
  }
  const choice = /^(\w+) == '(\w+)' \? '(\w+)' : '(\w+)'$/.exec(body);
  if (choice) {
    return `${choice[3]} if ${code(choice[1])} is ${code(choice[2])}, else ${choice[4]}`;
  }
  return call(body) ?? (/^'.*'$/.test(body) ? code(body.slice(1, -1)) : `what ${code(body)} holds`);
}

/** A condition, with the names of variables and values as `name` gives them. */
export function condition(text, name) {
  const terms = text.replace(/^\$\{(.*)\}$/, '$1').split(/ (\|\||&&) /);
  return terms.map(term => ({ '||': 'or', '&&': 'and' })[term] ?? comparison(term, name)).join(' ');
}

function comparison(term, name) {
  const [, variable, operator, value] = /^(\w+) ([=!]=) '(.*)'$/.exec(term) ?? [];
  if (variable) {
    return `${name(variable)} is ${operator === '==' ? '' : 'not '}${name(variable, value)}`;
  }
  const [, not, holds] = /^(!?)(\w+)$/.exec(term) ?? [];
  if (holds) {
    return `${name(holds)} is ${not ? 'false' : 'true'}`;
  }
  return call(term) ?? fail(term);
}

function call(text) {
  const [, called, inputs] = /^(\w+\.\w+)\((.*)\)$/.exec(text) ?? [];
  if (called && !CALLS[called]) {
    fail(called);
  }
  return called && CALLS[called](...inputs.split(',').map(input => input.trim().replace(/^'(.*)'$/, '$1')));
}

function fail(text) {
  throw new Error(`docs/words.mjs has no words for ${text}`);
}
