// The page of one process.
import { join } from 'node:path';

import { PROCESSES } from '../lint/files.mjs';
import { isJoin, kind, next, RULES, what, when, who } from './elements.mjs';
import { all, bean, documentation, inOrder, inputs, is, timer } from './model.mjs';
import { formLink, link, mailLink, rule, rulesOf, subject, testsOf } from './sources.mjs';
import { code, expression, list, moment } from './words.mjs';

/** The page of the process in `model`; `callers` are the names of processes that call it. */
export function processPage(model, callers) {
  const { process } = model;
  const elements = all(process);
  return [
    `# ${process.name}`,
    `<!-- Written by npm run docs, in processes; change the model instead. -->`,
    documentation(process),
    `[![The flow ${process.name}](${process.id}.svg)](${process.id}.svg)`,
    course(process, elements, callers),
    ...table('People', ['Task', 'Who', 'By when', 'Form'], elements.filter(one => is(one, 'UserTask'))
      .map(one => [one.name, who(one), when(one), one.formRef ? formLink(one.formRef) : ''])),
    ...table('Times', ['Element', 'When', 'What of'], elements.filter(timer).map(time)),
    ...table('Mails', ['Mail', 'Subject', 'To', 'Sent by'], mails(elements)),
    ...table('Decisions', ['Table', 'Asked by', 'Result'], elements.filter(one => is(one, 'BusinessRuleTask'))
      .map(one => [`[${one.decisionRef}](decisions.md#${one.decisionRef})`, one.name,
        one.resultVariable ? code(one.resultVariable) : what(one, process)])),
    ...table('Rules', ['Rule', 'What it says'], rules(process)),
    '## Elements',
    'In reading order, without the points where ways only meet. The ids are those of the model; findings of the check name them.',
    ...sections(process, model)
  ].filter(Boolean).join('\n\n') + '\n';
}

function course(process, elements, callers) {
  const page = one => `[${one}](${one}.md)`;
  const calls = [...new Set(elements.filter(one => is(one, 'CallActivity')).map(one => one.calledElement))];
  const tests = testsOf(process.id);
  return [`- Model: ${link(code(`${process.id}.bpmn`), join(PROCESSES, `${process.id}.bpmn`))}`,
    callers.length > 0 ? `- Called by: ${list(callers.map(page))}` : '',
    calls.length > 0 ? `- Calls: ${list(calls.map(page))}` : '',
    tests.length > 0 ? `- Tests: ${tests.join(', ')}` : ''].filter(Boolean).join('\n');
}

function time(element) {
  const host = element.attachedToRef;
  const effect = !host ? '' : `*${host.name}* ${element.cancelActivity === false ? 'goes on' : 'ends'}`;
  const { text, kind: sort } = timer(element);
  return [element.name, sort === 'period' ? `after ${moment(text)} (${code(text)})` : moment(text), effect];
}

function mails(elements) {
  return elements.filter(one => bean(one) === 'sendMail').map(one => {
    const { template, recipient } = inputs(one);
    const to = recipient.startsWith('$') ? expression(recipient) : recipient;
    return [mailLink(template), subject(template), to, one.name];
  });
}

/** The rules that docs/rules.md puts in this process, and those that its documentation names. */
function rules(process) {
  const texts = [process, ...all(process)].map(documentation).join(' ');
  const named = [...texts.matchAll(/\b([RN])(\d+)(?:(?:–|-| to )\1(\d+))?/g)].flatMap(([, letter, from, to]) =>
    Array.from({ length: (to ?? from) - from + 1 }, (none, i) => rule(`${letter}${Number(from) + i}`)));
  const found = [...new Set([...rulesOf(process.id), ...named.filter(Boolean)])];
  const rank = row => (row.id.startsWith('R') ? 0 : 1000) + Number(row.id.slice(1));
  return found.sort((a, b) => rank(a) - rank(b)).map(row => [link(row.id, RULES), row.says]);
}

function sections(container, model) {
  const elements = inOrder(container, model).filter(one => !isJoin(one));
  const inner = elements.filter(one => is(one, 'SubProcess'));
  const rows = elements.map(one => [`**${one.name}**<br>${code(one.id)}`, kind(one),
    [who(one), when(one)].filter(Boolean).join('. '), what(one, model.process), next(one).join('<br>')]);
  return [...grid(['Element', 'Kind', 'Who, by when', 'What happens', 'Then'], rows),
    ...inner.flatMap(one => [`### ${one.name}`, ...sections(one, model)])];
}

function table(title, heads, rows) {
  return rows.length > 0 ? [`## ${title}`, ...grid(heads, rows)] : [];
}

export function grid(heads, rows) {
  const used = heads.map((head, at) => rows.some(row => row[at]));
  const line = cells => `| ${cells.filter((cell, at) => used[at]).map(cell => cell.replaceAll('|', '\\|'))
    .join(' | ')} |`;
  return [[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')];
}
