// The page of one process.
import { join } from 'node:path';

import { PROCESSES } from '../lint/files.mjs';
import { isJoin, kind, next, RULES, what, when, who } from './elements.mjs';
import { all, bean, documentation, inOrder, inputs, is, timer } from './model.mjs';
import { formLink, link, mailLink, rule, rulesOf, subject, testsOf } from './sources.mjs';
import { page, text, translated } from './texts.mjs';
import { COMMA, code, list, moment, recipient } from './words.mjs';

/** The page of the process in `model`; `callers` are the names of processes that call it. */
export function processPage(model, callers) {
  const { process } = model;
  const elements = all(process);
  return page(
    `# ${process.name}`,
    `<!-- ${text('written')} -->`,
    text('otherLanguage', `${process.id}.md`),
    documentation(process),
    `[![${text('picture', process.name)}](${process.id}.svg)](${process.id}.svg)`,
    course(process, elements, callers),
    ...table('people', ['task', 'who', 'byWhen', 'form'], elements.filter(one => is(one, 'UserTask'))
      .map(one => [one.name, who(one), when(one), one.formRef ? formLink(one.formRef) : ''])),
    ...table('times', ['element', 'when', 'whatOf'], elements.filter(timer).map(time)),
    ...table('mails', ['mail', 'subject', 'to', 'sentBy'], mails(elements)),
    ...table('decisions', ['table', 'askedBy', 'result'], elements.filter(one => is(one, 'BusinessRuleTask'))
      .map(one => [`[${one.decisionRef}](decisions.md#${one.decisionRef})`, one.name,
        one.resultVariable ? code(one.resultVariable) : what(one, process)])),
    ...table('rules', ['rule', 'says'], rules(process)),
    `## ${text('elements')}`,
    text('elementsAbout'),
    ...sections(process, model)
  );
}

function course(process, elements, callers) {
  const named = one => `[${one}](${one}.md)`;
  const calls = [...new Set(elements.filter(one => is(one, 'CallActivity')).map(one => one.calledElement))];
  const tests = testsOf(process.id);
  return [text('model', link(code(`${process.id}.bpmn`), join(PROCESSES, `${process.id}.bpmn`))),
    callers.length > 0 ? text('calledBy', list(callers.map(named))) : '',
    calls.length > 0 ? text('calls', list(calls.map(named))) : '',
    tests.length > 0 ? text('tests', tests.join(COMMA)) : ''].filter(Boolean).map(line => `- ${line}`).join('\n');
}

function time(element) {
  const host = element.attachedToRef;
  const effect = !host ? '' : text(element.cancelActivity === false ? 'hostGoesOn' : 'hostEnds', host.name);
  const { text: set, kind: sort } = timer(element);
  return [element.name, sort === 'period' ? `${text('after', moment(set))} (${code(set)})` : moment(set), effect];
}

function mails(elements) {
  return elements.filter(one => bean(one) === 'sendMail').map(one => {
    const { template, recipient: to } = inputs(one);
    return [mailLink(template), subject(template), recipient(to), one.name];
  });
}

/** The rules that docs/rules.md puts in this process, and those that its documentation names. */
function rules(process) {
  const texts = [process, ...all(process)].map(documentation).join(' ');
  const named = [...texts.matchAll(/\b([RN])(\d+)(?:(?:–|-| to )\1(\d+))?/g)].flatMap(([, letter, from, to]) =>
    Array.from({ length: (to ?? from) - from + 1 }, (none, i) => rule(`${letter}${Number(from) + i}`)));
  const found = [...new Set([...rulesOf(process.id), ...named.filter(Boolean)])];
  const rank = row => (row.id.startsWith('R') ? 0 : 1000) + Number(row.id.slice(1));
  return found.sort((a, b) => rank(a) - rank(b)).map(row => [link(row.id, RULES), translated(`rule.${row.id}`, row.says)]);
}

function sections(container, model) {
  const elements = inOrder(container, model).filter(one => !isJoin(one));
  const inner = elements.filter(one => is(one, 'SubProcess'));
  const rows = elements.map(one => [`**${one.name}**<br>${code(one.id)}`, kind(one),
    [who(one), when(one)].filter(Boolean).join('. '), what(one, model.process), next(one).join('<br>')]);
  return [...grid(['element', 'kind', 'whoByWhen', 'happens', 'then'].map(head => text(head)), rows),
    ...inner.flatMap(one => [`### ${one.name}`, ...sections(one, model)])];
}

function table(title, heads, rows) {
  return rows.length > 0 ? [`## ${text(title)}`, ...grid(heads.map(head => text(head)), rows)] : [];
}

export function grid(heads, rows) {
  const used = heads.map((head, at) => rows.some(row => row[at]));
  const line = cells => `| ${cells.filter((cell, at) => used[at]).map(cell => cell.replaceAll('|', '\\|'))
    .join(' | ')} |`;
  return [[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')];
}
