// The page of what models may use: steps of the kit, functions, groups, and the facts of each kind of case.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ROOT } from '../lint/files.mjs';
import { grid } from './process-page.mjs';
import { java, kit, mailTexts, plain } from './sources.mjs';
import { code } from './words.mjs';

const FACT = /(?:facts\.put|put(?:Time|Date))\((?:facts, )?"(\w+)"/g;
const FUNCTION = /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*@ForModels\s+public \S+ (\w+)\(([^)]*)\)/g;
const WITH_OTHER_CALENDAR = /put(?:Time|Date)\(facts, "(\w+)"/g;
const SHOWN = /\$\{(\w+)[^}]*\}/g;

export function buildingBlocks() {
  return ['# What models may use', '<!-- Written by npm run docs, in processes. -->',
    'Everything else is refused at deployment, see [ADR 13](../adr/0013-checked-deployments.md). Steps, mails, decisions and '
    + 'tasks are in the kit, `processes/element-templates`; choose them in Modeler under *Template*.',
    '## Steps and tasks of the kit', ...grid(['Name', 'What it does', 'What can be set'], steps()),
    '## Functions', 'In conditions, due dates and timers, beside comparisons of variables such as `${point == \'add\'}`, '
    + '`${!placed}` and `${notice == \'proven\' || notice == \'unreachable\'}`.',
    ...grid(['Function', 'What it gives'], functions()),
    '## Groups', 'Candidates of staff tasks; [roles.md](../roles.md) tells what each may do.',
    ...grid(['Group', 'Who'], groups()),
    '## Facts', 'By kind of case, for mails (`[[${site}]]`) and for fields of forms that are only read (key `site`). A fact '
    + 'that a case does not have yet is empty. With `Also` behind a time\'s name stands the same time in the other calendar.',
    ...grid(['Kind of case', 'Recipients of mails', 'Facts'], cases())].join('\n\n') + '\n';
}

function steps() {
  return kit.map(({ name, description, properties }) => [name, description.replaceAll('<', '&lt;'),
    properties.filter(one => one.type !== 'Hidden').map(one => one.label).join(', ')]);
}

function functions() {
  return java.flatMap(path => [...readFileSync(path, 'utf8').matchAll(FUNCTION)].map(([, comment, name, inputs]) => {
    const bean = path.replace(/.*\/(\w)(\w+)\.java$/, (all, first, rest) => first.toLowerCase() + rest);
    return [code(`${bean}.${name}(${inputs.replace(/\w+ (\w+)/g, '$1')})`), plain(comment)];
  }));
}

function groups() {
  return readFileSync(join(ROOT, 'docs', 'roles.md'), 'utf8').split('\n').map(row => row.split(' | '))
    .filter(cells => cells.length === 3 && /^`[a-z-]+`$/.test(cells[1]))
    .map(cells => [cells[1], cells[0].replace('| ', '')]);
}

function cases() {
  return java.filter(path => /implements CaseFile\b/.test(readFileSync(path, 'utf8'))).map(path => {
    const folder = dirname(path);
    const text = readdirSync(folder).filter(file => file.endsWith('.java'))
      .map(file => readFileSync(join(folder, file), 'utf8')).join('\n');
    const [, kind] = /String KIND = "(\w+)"/.exec(text);
    const own = [...text.matchAll(FACT)].map(([, fact]) => fact);
    const also = [...text.matchAll(WITH_OTHER_CALENDAR)].map(([, fact]) => `${fact}Also`);
    const shown = mailTexts(kind).flatMap(mail => [...mail.matchAll(SHOWN)].map(([, fact]) => fact))
      .filter(fact => fact !== 'facts' && !also.includes(fact));
    return [kind, recipients(text), [...new Set([...own, ...shown])].sort().map(code).join(', ')];
  }).sort(([a], [b]) => a < b ? -1 : 1);
}

/** The roles that a kind of case knows: each is compared with, or a case of a switch. */
function recipients(text) {
  const method = /Recipient recipient\(long id, String role\) \{([\s\S]*?)\n {4}\}/.exec(text)[1];
  const named = [...method.matchAll(/case "(\w+)"|equals\("(\w+)"\)|"(\w+)"\.equals/g)]
    .map(([, ...one]) => one.find(Boolean));
  const constants = [...method.matchAll(/\b([A-Z]{4,})\.equals|equals\(([A-Z]{4,})\)/g)]
    .map(([, a, b]) => new RegExp(`${a ?? b} = "(\\w+)"`).exec(text)[1]);
  return [...new Set([...named, ...constants])].map(code).join(', ');
}
