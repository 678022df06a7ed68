// What one element of a model does, in words.
import { bean, documentation, extensions, inputs, is, property, timer } from './model.mjs';
import { formLink, formWord, link, listener, mailLink, rulesOf, step, subject } from './sources.mjs';
import { PERSIAN, text, translated } from './texts.mjs';
import { COMMA, capital, code, condition, expression, group, list, moment, recipient, sentence, spaced,
  worker } from './words.mjs';

const KINDS = ['UserTask', 'SendTask', 'BusinessRuleTask', 'ServiceTask', 'ReceiveTask', 'CallActivity', 'SubProcess',
  'ParallelGateway', 'EventBasedGateway', 'StartEvent', 'EndEvent', 'BoundaryEvent', 'IntermediateCatchEvent'];

/** Whether ways only meet here: such points have no name, and readers go straight on. */
export function isJoin(element) {
  return !element.name && is(element, 'Gateway') && element.outgoing.length === 1;
}

function target(flow) {
  return isJoin(flow.targetRef) ? target(flow.targetRef.outgoing[0]) : flow.targetRef;
}

export function kind(element) {
  if (is(element, 'ExclusiveGateway')) {
    return text(element.outgoing.length > 1 ? 'question' : 'waysMeet');
  }
  if (is(element, 'ParallelGateway') && element.incoming.length > 1) {
    return text('allWaysMeet');
  }
  return text(KINDS.find(type => is(element, type)));
}

/** Who does a user task, as few words as tell it; empty for everything else. */
export function worksHere(element) {
  if (!is(element, 'UserTask')) {
    return '';
  }
  return element.formKey ? worker(element.formKey.replace('page:', ''))
    : list(element.candidateGroups.split(',').map(group), text('or'));
}

/** Who does a user task, and where or with whose exception; empty for everything else. */
export function who(element) {
  if (element.formKey) {
    return text('onPage', capital(worksHere(element)), code(element.formKey.replace('page:', '')));
  }
  const others = (property(element, 'otherThan') ?? '').split(',').filter(Boolean)
    .map(id => `*${find(element, id)?.name ?? spaced(id.replace('Task_', ''))}*`);
  return capital(worksHere(element)) + (others.length > 0 ? text('notWhoDid', list([...new Set(others)], text('or'))) : '');
}

/** By when, or after how long; empty if nothing says so. */
export function when(element) {
  const set = timer(element);
  if (set) {
    return capital(set.kind === 'period' ? text('after', moment(set.text)) : moment(set.text));
  }
  const due = element.dueDate && text('dueAt', expression(element.dueDate));
  const shown = element.followUpDate && text('shownAt', expression(element.followUpDate));
  return capital([due, shown].filter(Boolean).join(PERSIAN ? '؛ ' : '; '));
}

/** What an element does, sentence by sentence. */
export function what(element, process) {
  const rules = rulesOf(process.id, element.id).map(row => link(row.id, RULES));
  return [documentation(element), ...deed(element), ...listeners(element), ...outages(element),
    rules.length > 0 ? text('stands', rules.join(COMMA)) : ''].filter(Boolean).join(' ');
}

export const RULES = new URL('../../docs/rules.md', import.meta.url).pathname;

function deed(element) {
  if (is(element, 'SendTask') || is(element, 'ServiceTask')) {
    return bean(element) === 'sendMail' ? mail(element) : service(element);
  }
  if (is(element, 'BusinessRuleTask')) {
    const table = element.decisionRef;
    const result = element.resultVariable ? text('resultIs', code(element.resultVariable)) : '';
    return [`${text('asksTable', `[${table}](decisions.md#${table})`)}${result}.`];
  }
  if (is(element, 'CallActivity')) {
    return [text('runs', `[${element.calledElement}](${element.calledElement}.md)`)];
  }
  if (is(element, 'UserTask') && element.formRef) {
    return [text('shows', formLink(element.formRef))];
  }
  if (is(element, 'SubProcess')) {
    return [text(element.triggeredByEvent ? 'ownEvent' : 'seeBelow')];
  }
  if (is(element, 'ReceiveTask')) {
    return [text('goesOnWhenTold', message(element.messageRef))];
  }
  return is(element, 'Event') ? event(element) : [];
}

function message({ name }) {
  return translated(`message.${name}`, spaced(name));
}

function mail(element) {
  const { template, recipient: to, attachments } = inputs(element);
  return [text('sends', mailLink(template), recipient(to), subject(template)),
    attachments ? text('withFiles', list(attachments.split(',').map(code))) : ''];
}

function service(element) {
  const template = step(bean(element));
  if (!template) {
    throw new Error(`${element.id}: the kit has no step ${bean(element)}`);
  }
  const given = Object.entries(inputs(element)).map(([input, value]) => {
    const label = template.properties.find(one => one.binding.name === input)?.label ?? input;
    return `${label}: ${expression(value)}.`;
  });
  return [sentence(template.description), ...given];
}

function event(element) {
  const told = (element.eventDefinitions ?? []).map(definition => {
    if (is(definition, 'MessageEventDefinition')) {
      return text('told', message(definition.messageRef));
    }
    if (is(definition, 'EscalationEventDefinition')) {
      return text(is(element, 'EndEvent') ? 'raises' : 'raised', message(definition.escalationRef));
    }
    return is(definition, 'TerminateEventDefinition') ? text('endsAll') : '';
  });
  if (is(element, 'BoundaryEvent')) {
    told.push(text(element.cancelActivity === false ? 'whileHost' : 'endsHost', element.attachedToRef.name));
  }
  return told;
}

function listeners(element) {
  return [...extensions(element, 'TaskListener'), ...extensions(element, 'ExecutionListener')]
    .map(one => one.expression ? expression(one.expression) : listener(bean(one)));
}

function outages(element) {
  return [property(element, 'runsOnDuringOutages') ? text('runsOn') : ''];
}

/** What comes next, with the conditions of a question. */
export function next(element) {
  return (element.outgoing ?? []).map(flow => {
    const goal = `*${target(flow).name}*`;
    const clause = flow.conditionExpression ? condition(flow.conditionExpression.body, word) : '';
    const otherwise = element.default === flow && element.outgoing.length > 1 ? text('otherwise') : '';
    const why = clause || otherwise;
    return flow.name ? `**${flow.name}**${why ? ` (${why})` : ''}: ${goal}` : `${why ? `${why}: ` : ''}${goal}`;
  });
}

function word(variable, value) {
  const known = formWord(variable, value);
  return known ? `*${known}*` : code(value ?? variable);
}

function find(element, id) {
  let root = element;
  while (root.$parent && !is(root, 'Process')) {
    root = root.$parent;
  }
  const search = container => (container.flowElements ?? []).flatMap(one => [one, ...search(one)]);
  return search(root).find(one => one.id === id);
}
