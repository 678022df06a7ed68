// The page of all decision tables.
import DmnModdle from 'dmn-moddle';

import { grid } from './process-page.mjs';
import { RULES } from './elements.mjs';
import { link, rulesOf, testsOf } from './sources.mjs';
import { code } from './words.mjs';

const POLICIES = {
  UNIQUE: 'Exactly one row fits.',
  FIRST: 'The first row that fits counts.',
  COLLECT: 'Every row that fits counts.',
  'RULE ORDER': 'Every row that fits counts, in this order.'
};

/** The page; `users` gives the processes that ask a table, with the elements that do. */
export async function decisionsPage(files, users) {
  const parts = await Promise.all(files.map(file => section(file, users)));
  return ['# Decision tables', '<!-- Written by npm run docs, in processes; change the tables instead. -->',
    'Numbers, prices and thresholds that a process owner changes without touching a flow. A cell that says “any” does not '
    + 'matter for its row. Where no process is named, Namad itself asks the table when it needs the answer.',
    ...parts.flat()].join('\n\n') + '\n';
}

async function section(file, users) {
  const { rootElement } = await new DmnModdle().fromXML(file.text);
  const decision = rootElement.drgElement.find(element => element.id === file.name);
  const logic = decision.decisionLogic;
  const rules = rulesOf(file.name).map(row => link(row.id, RULES));
  const asked = users(file.name);
  const tests = testsOf(file.name);
  const about = [`- Table: ${link(code(`${file.name}.dmn`), file.path)}`,
    asked.length > 0 ? `- Asked by: ${asked.join(', ')}` : '',
    rules.length > 0 ? `- Rules: ${rules.join(', ')}` : '',
    tests.length > 0 ? `- Tests: ${tests.join(', ')}` : ''].filter(Boolean).join('\n');
  const body = logic.$type === 'dmn:LiteralExpression' ? [`Always ${cell(logic)}.`]
    : [POLICIES[logic.hitPolicy], ...rows(logic)];
  return [`## ${file.name}`, decision.description.replace(/\s+/g, ' '), about, ...body];
}

function rows(logic) {
  const heads = [...logic.input.map(input => input.label), ...logic.output.map(output => `→ ${output.label}`), 'Why'];
  return grid(heads, logic.rule.map(rule => [...rule.inputEntry.map(cell), ...rule.outputEntry.map(cell),
    rule.description ?? '']));
}

function cell({ text }) {
  const words = (text ?? '').trim();
  const values = words.match(/"[^"]*"|null/g) ?? [];
  if (values.length > 0 && values.join() === words.replace(/, /g, ',')) {
    return values.map(value => value === 'null' ? 'empty' : value.slice(1, -1)).join(' or ');
  }
  return words && words !== '-' ? words : 'any';
}
