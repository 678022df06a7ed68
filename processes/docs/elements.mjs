// What one element of a model does, in words.
import { bean, documentation, extensions, inputs, is, property, timer } from './model.mjs';
import { formLink, formWord, link, listener, mailLink, rulesOf, step, subject } from './sources.mjs';
import { capital, code, condition, expression, group, list, moment, spaced, worker } from './words.mjs';

const KINDS = [
  ['UserTask', 'task of a person'], ['SendTask', 'mail'], ['BusinessRuleTask', 'decision'], ['ServiceTask', 'step'],
  ['ReceiveTask', 'wait'], ['CallActivity', 'call of a process'], ['SubProcess', 'sub-process'],
  ['ParallelGateway', 'side by side'], ['EventBasedGateway', 'whatever comes first'],
  ['StartEvent', 'start'], ['EndEvent', 'end'], ['BoundaryEvent', 'meanwhile'], ['IntermediateCatchEvent', 'wait']
];

/** Whether ways only meet here: such points have no name, and readers go straight on. */
export function isJoin(element) {
  return !element.name && is(element, 'Gateway') && element.outgoing.length === 1;
}

function target(flow) {
  return isJoin(flow.targetRef) ? target(flow.targetRef.outgoing[0]) : flow.targetRef;
}

export function kind(element) {
  if (is(element, 'ExclusiveGateway')) {
    return element.outgoing.length > 1 ? 'question' : 'ways meet';
  }
  if (is(element, 'ParallelGateway') && element.incoming.length > 1) {
    return 'all ways meet';
  }
  return KINDS.find(([type]) => is(element, type))[1];
}

/** Who does a user task; empty for everything else. */
export function who(element) {
  if (!is(element, 'UserTask')) {
    return '';
  }
  if (element.formKey) {
    const page = element.formKey.replace('page:', '');
    return `${capital(worker(page))}, on the page ${code(page)}`;
  }
  const others = (property(element, 'otherThan') ?? '').split(',').filter(Boolean)
    .map(id => `*${find(element, id)?.name ?? spaced(id.replace('Task_', ''))}*`);
  return capital(list(element.candidateGroups.split(',').map(group), 'or'))
    + (others.length > 0 ? `, but nobody who did ${list([...new Set(others)], 'or')}` : '');
}

/** By when, or after how long; empty if nothing says so. */
export function when(element) {
  const set = timer(element);
  if (set) {
    return capital(set.kind === 'period' ? `after ${moment(set.text)}` : moment(set.text));
  }
  const due = element.dueDate && `due at ${expression(element.dueDate)}`;
  const shown = element.followUpDate && `followed up at ${expression(element.followUpDate)}`;
  return capital([due, shown].filter(Boolean).join('; '));
}

/** What an element does, sentence by sentence. */
export function what(element, process) {
  const rules = rulesOf(process.id, element.id).map(row => link(row.id, RULES));
  return [documentation(element), ...deed(element), ...listeners(element), ...outages(element),
    rules.length > 0 ? `Rules: ${rules.join(', ')}.` : ''].filter(Boolean).join(' ');
}

export const RULES = new URL('../../docs/rules.md', import.meta.url).pathname;

function deed(element) {
  if (is(element, 'SendTask') || is(element, 'ServiceTask')) {
    return bean(element) === 'sendMail' ? mail(element) : service(element);
  }
  if (is(element, 'BusinessRuleTask')) {
    const table = element.decisionRef;
    const result = element.resultVariable ? `; the result is ${code(element.resultVariable)}` : '';
    return [`Asks the table [${table}](decisions.md#${table})${result}.`];
  }
  if (is(element, 'CallActivity')) {
    return [`Runs [${element.calledElement}](${element.calledElement}.md).`];
  }
  if (is(element, 'UserTask') && element.formRef) {
    return [`Form: ${formLink(element.formRef)}.`];
  }
  if (is(element, 'SubProcess')) {
    return [element.triggeredByEvent ? 'Begins by its own event while the process runs, see below.' : 'See below.'];
  }
  if (is(element, 'ReceiveTask')) {
    return [`Goes on when told: ${spaced(element.messageRef.name)}.`];
  }
  return is(element, 'Event') ? event(element) : [];
}

function mail(element) {
  const { template, recipient, attachments } = inputs(element);
  return [`Mail ${mailLink(template)} to the ${recipient.startsWith('$') ? expression(recipient) : recipient}: `
    + `“${subject(template)}”.`, attachments ? `With ${list(attachments.split(',').map(code))}.` : ''];
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
  return [template.description, ...given];
}

function event(element) {
  const told = (element.eventDefinitions ?? []).map(definition => {
    if (is(definition, 'MessageEventDefinition')) {
      return `When told: ${spaced(definition.messageRef.name)}.`;
    }
    if (is(definition, 'EscalationEventDefinition')) {
      return is(element, 'EndEvent') ? `Raises: ${spaced(definition.escalationRef.name)}.`
        : `When raised inside: ${spaced(definition.escalationRef.name)}.`;
    }
    return is(definition, 'TerminateEventDefinition') ? 'Ends everything that still goes on around it.' : '';
  });
  if (is(element, 'BoundaryEvent')) {
    const host = `*${element.attachedToRef.name}*`;
    told.push(element.cancelActivity === false ? `While ${host} goes on.` : `Ends ${host}.`);
  }
  return told;
}

function listeners(element) {
  return [...extensions(element, 'TaskListener'), ...extensions(element, 'ExecutionListener')]
    .map(one => one.expression ? expression(one.expression) : listener(bean(one)));
}

function outages(element) {
  return [property(element, 'runsOnDuringOutages') ? 'Runs on during outages of the platform.' : ''];
}

/** What comes next, with the conditions of a question. */
export function next(element) {
  return (element.outgoing ?? []).map(flow => {
    const goal = `*${target(flow).name}*`;
    const clause = flow.conditionExpression ? condition(flow.conditionExpression.body, word) : '';
    const otherwise = element.default === flow && element.outgoing.length > 1 ? 'in all other cases' : '';
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
