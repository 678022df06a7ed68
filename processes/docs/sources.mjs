// What the pages take from elsewhere: forms, mails, the kit, the table of rules, tests and the comments of listeners.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import { FORMS, PROCESSES, ROOT, TEMPLATES, read } from '../lint/files.mjs';
import { PERSIAN, catalogue, translated } from './texts.mjs';

/** Where this run writes. */
export const DOCS = join(ROOT, 'docs', 'processes', ...PERSIAN ? ['fa'] : []);
const LANGUAGE = PERSIAN ? 'fa' : 'en';
const JAVA = join(ROOT, 'src', 'main', 'java');
const TESTS = join(ROOT, 'src', 'test', 'java');
export const MAILS = join(ROOT, 'src', 'main', 'resources', 'mails');

export const models = read(PROCESSES, '.bpmn');
const forms = new Map(read(FORMS, '.form').map(file => [file.name, JSON.parse(file.text)]));
export const kit = JSON.parse(read(TEMPLATES, '.json').find(file => file.name === `namad.${LANGUAGE}`).text);
const rows = readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8').split('\n').map(row => row.split('|'))
  .filter(cells => /^ [RN]\d+ $/.test(cells[1] ?? ''))
  .map(cells => ({ id: cells[1].trim(), says: cells[2].trim(), elements: cells[3] }));
export const java = below(JAVA).filter(path => path.endsWith('.java'));
const tests = below(TESTS).filter(path => /\/process\/\w+(Test|IT)\.java$/.test(path));

/** The Persian texts of a model, table or form, from the catalogue beside it; nothing in an English run. */
export function textsOf({ path }) {
  const name = basename(path).replace(/\.\w+$/, '.fa.properties');
  return PERSIAN ? catalogue(readFileSync(join(path, '..', 'i18n', name), 'utf8')) : undefined;
}

/** A link to a file of the repository, from one of the pages. */
export function link(text, path) {
  return `[${text}](${relative(DOCS, path)})`;
}

export function formLink(id) {
  return link(forms.get(id)?.title ?? id, join(FORMS, `${id}.form`));
}

/** What a form calls the field with this key, or one of its values; undefined if no form has it. */
export function formWord(key, value) {
  const [id, field] = [...forms].flatMap(([form, { components }]) => components.map(one => [form, one]))
    .find(([, one]) => one.key === key && one.values) ?? [];
  const words = field && textsOf({ path: join(FORMS, `${id}.form`) });
  const option = value !== undefined && field?.values.find(one => one.value === value);
  return option ? words?.[`${field.id}.${value}`] ?? option.label
    : value === undefined ? words?.[field.id] ?? field?.label : undefined;
}

/** The subject of a mail, with {…} where a fact stands. */
export function subject(mail) {
  const text = readFileSync(join(MAILS, `${mail}.${LANGUAGE}.html`), 'utf8');
  return /<title>(.*)<\/title>/.exec(text)[1].replace(/\[\[\$\{(\w+)\}\]\]/g, '{$1}');
}

/** The texts of the English mails whose names begin so, such as those about a kind of case. */
export function mailTexts(beginning) {
  return readdirSync(MAILS).filter(file => file.startsWith(beginning) && file.endsWith('.en.html'))
    .map(file => readFileSync(join(MAILS, file), 'utf8'));
}

export function mailLink(mail) {
  return link(mail, join(MAILS, `${mail}.${LANGUAGE}.html`));
}

/** The template of the kit whose step is this bean. */
export function step(bean) {
  return kit.find(template => template.properties.some(one => one.binding.name === 'camunda:delegateExpression'
    && one.value === `\${${bean}}`));
}

/** What the comment of a bean's class says, in one sentence. */
export function listener(bean) {
  const path = java.find(file => file.endsWith(`/${bean.charAt(0).toUpperCase()}${bean.slice(1)}.java`));
  const [, comment] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*@Component/.exec(readFileSync(path, 'utf8'));
  return translated(`listener.${bean}`, plain(comment).match(/^.*?\.(?= |$)/)[0]);
}

/** A comment of Java's without its signs. */
export function plain(comment) {
  return comment.replace(/\n\s*\*/g, ' ').replace(/\{@\w+ #?([^}]+)\}/g, '$1').replace(/\s+/g, ' ').trim();
}

/** The rules that docs/rules.md says stand in this element, or anywhere in this process or table. */
export function rulesOf(process, element) {
  const name = element ? `\`${process}/${element}\`` : new RegExp(`\`${process}[/\`]`);
  return rows.filter(row => element ? row.elements.includes(name) : name.test(row.elements));
}

export function rule(id) {
  return rows.find(row => row.id === id);
}

/** The tests that let a process run, or evaluate a table: those in packages called process that name it. */
export function testsOf(name) {
  const constants = `${name.split('-').map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Process`;
  const named = new RegExp(`"${name}"|\\b${constants}\\b|\\b${name}\\.bpmn`);
  return tests.filter(path => named.test(readFileSync(path, 'utf8'))).map(path => link(code(path), path));
}

function code(path) {
  return `\`${path.replace(/.*\/(\w+)\.java$/, '$1')}\``;
}

function below(folder) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap(entry => entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)]);
}
