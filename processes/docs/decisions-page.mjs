// The page of all decision tables.
import DmnModdle from 'dmn-moddle';

import { grid } from './process-page.mjs';
import { RULES } from './elements.mjs';
import { translate } from './model.mjs';
import { link, rulesOf, testsOf, textsOf } from './sources.mjs';
import { page, text } from './texts.mjs';
import { COMMA, code, list, value } from './words.mjs';

/** The page; `users` gives the processes that ask a table, with the elements that do. */
export async function decisionsPage(files, users) {
  const parts = await Promise.all(files.map(file => section(file, users)));
  return page(`# ${text('tables')}`, `<!-- ${text('written')} -->`, text('otherLanguage', 'decisions.md'),
    text('tablesAbout'), ...parts.flat());
}

async function section(file, users) {
  const { rootElement, elementsById } = await new DmnModdle().fromXML(file.text);
  translate(elementsById, textsOf(file));
  const decision = rootElement.drgElement.find(element => element.id === file.name);
  const logic = decision.decisionLogic;
  const rules = rulesOf(file.name).map(row => link(row.id, RULES));
  const asked = users(file.name);
  const tests = testsOf(file.name);
  const about = [text('tableFile', link(code(`${file.name}.dmn`), file.path)),
    asked.length > 0 ? text('tableUsers', asked.join(COMMA)) : '',
    rules.length > 0 ? text('tableRules', rules.join(COMMA)) : '',
    tests.length > 0 ? text('tests', tests.join(COMMA)) : ''].filter(Boolean).map(line => `- ${line}`).join('\n');
  const body = logic.$type === 'dmn:LiteralExpression' ? [text('always', cell(logic))]
    : [text(logic.hitPolicy), ...rows(logic)];
  return [`## ${file.name}`, `**${decision.name}.** ${decision.description.replace(/\s+/g, ' ')}`, about, ...body];
}

function rows(logic) {
  const heads = [...logic.input.map(input => input.label), ...logic.output.map(output => `→ ${output.label}`), text('why')];
  return grid(heads, logic.rule.map(rule => [...rule.inputEntry.map(cell), ...rule.outputEntry.map(cell),
    rule.description ?? '']));
}

function cell({ text: written }) {
  const words = (written ?? '').trim();
  const values = words.match(/"[^"]*"|null/g) ?? [];
  if (values.length > 0 && values.join() === words.replace(/, /g, ',')) {
    return list(values.map(one => one === 'null' ? text('empty') : value(one.slice(1, -1))), text('or'));
  }
  return words && words !== '-' ? value(words) : text('any');
}
