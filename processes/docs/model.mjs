// A model as a reader goes through it: its elements in reading order, and what each says.
import { BpmnModdle } from 'bpmn-moddle';
import { createRequire } from 'node:module';

const CAMUNDA = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');

/** A model, with the texts of `texts` in the place of its own; its XML is `xml` then. */
export async function parse(text, texts) {
  const moddle = new BpmnModdle({ camunda: CAMUNDA });
  const { rootElement, elementsById, warnings } = await moddle.fromXML(text);
  warnings.forEach(warning => { throw new Error(warning.message); });
  translate(elementsById, texts);
  const { xml } = texts ? await moddle.toXML(rootElement, { format: true }) : { xml: text };
  const process = rootElement.rootElements.find(element => is(element, 'Process'));
  const points = new Map(rootElement.diagrams[0].plane.planeElement.filter(di => di.waypoint)
    .map(di => [di.bpmnElement, di.waypoint]));
  const bounds = new Map(rootElement.diagrams[0].plane.planeElement.filter(di => di.bounds)
    .map(di => [di.bpmnElement, di.bounds]));
  return { process, points, bounds, xml };
}

/** Puts in what a catalogue says, as ModelTexts does when the models are deployed. */
export function translate(elementsById, texts = {}) {
  Object.entries(texts).forEach(([key, text]) => {
    const [id, about] = key.split('.');
    const element = elementsById[id];
    if (about === 'documentation') {
      element.documentation[0].text = text;
    } else if (element) {
      element[about ?? ['label', 'text', 'name'].find(name => typeof element[name] === 'string')] = text;
    }
  });
}

export function is(element, type) {
  return element.$instanceOf(`bpmn:${type}`);
}

/**
 * The elements of a process or sub-process as they are read: along the flows, straight on before the branches, what
 * sits on the border of an element after it.
 */
export function inOrder(container, { points, bounds }) {
  const nodes = (container.flowElements ?? []).filter(element => is(element, 'FlowNode'));
  const seen = new Set();
  const read = element => {
    if (seen.has(element)) {
      return;
    }
    seen.add(element);
    const borders = nodes.filter(other => other.attachedToRef === element);
    borders.sort((a, b) => bounds.get(a).x - bounds.get(b).x).forEach(border => seen.add(border));
    order.push(element, ...borders);
    straightFirst(element.outgoing).forEach(flow => read(flow.targetRef));
    borders.forEach(border => straightFirst(border.outgoing).forEach(flow => read(flow.targetRef)));
  };
  const straightFirst = (flows = []) => [...flows].sort((a, b) => bend(a) - bend(b));
  const bend = flow => Math.abs(points.get(flow)[0].y - points.get(flow).at(-1).y);
  const order = [];
  nodes.filter(node => is(node, 'StartEvent')).sort((a, b) => bounds.get(a).y - bounds.get(b).y).forEach(read);
  nodes.filter(node => !node.attachedToRef).forEach(read);
  return order;
}

/** Everything in a process, sub-processes included. */
export function all(container) {
  return (container.flowElements ?? []).filter(element => is(element, 'FlowNode'))
    .flatMap(element => [element, ...all(element)]);
}

export function documentation(element) {
  return (element.documentation ?? []).map(one => one.text.trim().replace(/\s+/g, ' ')).join(' ');
}

export function extensions(element, type) {
  return (element.extensionElements?.values ?? []).filter(extension => extension.$type === `camunda:${type}`);
}

/** Input parameters of a task by their names. */
export function inputs(element) {
  return Object.fromEntries(extensions(element, 'InputOutput').flatMap(one => one.inputParameters ?? [])
    .map(parameter => [parameter.name, parameter.value]));
}

export function property(element, name) {
  return extensions(element, 'Properties').flatMap(one => one.values).find(one => one.name === name)?.value;
}

/** The bean behind a task or listener. */
export function bean(element) {
  return /^\$\{(\w+)\}$/.exec(element.delegateExpression ?? '')?.[1];
}

/** The text of the timer of an event; undefined if it has none. */
export function timer(element) {
  const definition = element.eventDefinitions?.find(one => is(one, 'TimerEventDefinition'));
  const text = definition && (definition.timeDuration ?? definition.timeDate ?? definition.timeCycle).body.trim();
  return text && { text, kind: definition.timeDuration ? 'period' : definition.timeDate ? 'date' : 'cycle' };
}
