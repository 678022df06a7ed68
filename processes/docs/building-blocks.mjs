// The page of what models may use: steps of the kit, functions, groups, and the facts of each kind of case.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ROOT } from '../lint/files.mjs';
import { grid } from './process-page.mjs';
import { java, kit, mailTexts, plain } from './sources.mjs';
import { PERSIAN, page, text, translated } from './texts.mjs';
import { COMMA, code, group } from './words.mjs';

const FACT = /(?:facts\.put|put(?:Time|Date))\((?:facts, )?"(\w+)"/g;
const FUNCTION = /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*@ForModels\s+public \S+ (\w+)\(([^)]*)\)/g;
const WITH_OTHER_CALENDAR = /put(?:Time|Date)\(facts, "(\w+)"/g;
const SHOWN = /\$\{(\w+)[^}]*\}/g;

export function buildingBlocks() {
  return page(`# ${text('blocks')}`, `<!-- ${text('written')} -->`, text('otherLanguage', 'building-blocks.md'),
    text('blocksAbout'),
    `## ${text('steps')}`, ...table(['name', 'does', 'settings'], steps()),
    `## ${text('functions')}`, text('functionsAbout'), ...table(['function', 'gives'], functions()),
    `## ${text('groups')}`, text('groupsAbout'), ...table(['group', 'who'], groups()),
    `## ${text('facts')}`, text('factsAbout'), ...table(['caseKind', 'recipients', 'facts'], cases()));
}

function table(heads, rows) {
  return grid(heads.map(head => text(head)), rows);
}

function steps() {
  return kit.map(({ name, description, properties }) => [name, description.replaceAll('<', '&lt;'),
    properties.filter(one => one.type !== 'Hidden').map(one => one.label).join(COMMA)]);
}

function functions() {
  return java.flatMap(path => [...readFileSync(path, 'utf8').matchAll(FUNCTION)].map(([, comment, name, inputs]) => {
    const bean = path.replace(/.*\/(\w)(\w+)\.java$/, (all, first, rest) => first.toLowerCase() + rest);
    return [code(`${bean}.${name}(${inputs.replace(/\w+ (\w+)/g, '$1')})`),
      translated(`function.${bean}.${name}`, plain(comment))];
  }));
}

function groups() {
  return readFileSync(join(ROOT, 'docs', 'roles.md'), 'utf8').split('\n').map(row => row.split(' | '))
    .filter(cells => cells.length === 3 && /^`[a-z-]+`$/.test(cells[1]))
    .map(cells => [cells[1], PERSIAN ? group(cells[1].slice(1, -1)) : cells[0].replace('| ', '')]);
}

function cases() {
  return kinds().map(([kind, roles, facts]) => [text(`case.${kind}`), roles, facts.map(code).join(COMMA)]);
}

/** The names of all facts, one to a line: those of each kind of case, and what Namad's own mails show besides. */
export function factNames() {
  const shown = mailTexts('').flatMap(mail => [...mail.matchAll(SHOWN)].map(([, fact]) => fact));
  return [...new Set([...kinds().flatMap(([, , facts]) => facts), ...shown])].filter(fact => fact !== 'facts').sort()
    .join('\n') + '\n';
}

function kinds() {
  return java.filter(path => /implements CaseFile\b/.test(readFileSync(path, 'utf8'))).map(path => {
    const folder = dirname(path);
    const source = readdirSync(folder).filter(file => file.endsWith('.java'))
      .map(file => readFileSync(join(folder, file), 'utf8')).join('\n');
    const [, kind] = /String KIND = "(\w+)"/.exec(source);
    const own = [...source.matchAll(FACT)].map(([, fact]) => fact);
    const also = [...source.matchAll(WITH_OTHER_CALENDAR)].map(([, fact]) => `${fact}Also`);
    const shown = mailTexts(`${kind}-`).flatMap(mail => [...mail.matchAll(SHOWN)].map(([, fact]) => fact))
      .filter(fact => fact !== 'facts' && !also.includes(fact));
    return [kind, recipients(source), [...new Set([...own, ...shown])].sort()];
  }).sort(([a], [b]) => a < b ? -1 : 1);
}

/** The roles that a kind of case knows: each is compared with, or a case of a switch. */
function recipients(text) {
  const method = /Recipient recipient\(long id, String role\) \{([\s\S]*?)\n {4}\}/.exec(text)[1];
  const named = [...method.matchAll(/case "(\w+)"|equals\("(\w+)"\)|"(\w+)"\.equals/g)]
    .map(([, ...one]) => one.find(Boolean));
  const constants = [...method.matchAll(/\b([A-Z]{4,})\.equals|equals\(([A-Z]{4,})\)/g)]
    .map(([, a, b]) => new RegExp(`${a ?? b} = "(\\w+)"`).exec(text)[1]);
  return [...new Set([...named, ...constants])].map(code).join(COMMA);
}
