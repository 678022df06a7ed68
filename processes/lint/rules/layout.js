// A diagram is read by people: everything is drawn, nothing covers anything else, lines are straight and do not cross.
const { is, isAny } = require('bpmnlint-utils');
const { boxOf, boxesOverlap, contains, distanceFromBorder, gap, ink, overlapsFigure, runsThrough, segmentsCross,
  segmentsMeet, shrink, wrap } = require('../geometry');

/** How far a label may lie from what it names. */
const LABEL_DISTANCE = 25;
const PERSIAN = /[\u0600-\u06ff]/;

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    const drawn = (node.diagrams || []).flatMap(diagram => diagram.plane.planeElement || []);
    const shapes = drawn.filter(di => is(di, 'bpmndi:BPMNShape')).map(shape);
    const edges = drawn.filter(di => is(di, 'bpmndi:BPMNEdge') && is(di.bpmnElement, 'bpmn:SequenceFlow')).map(edge);
    const notes = shapes.filter(one => is(one.element, 'bpmn:TextAnnotation'));
    const associations = drawn.filter(di => is(di, 'bpmndi:BPMNEdge') && is(di.bpmnElement, 'bpmn:Association')).map(edge);
    const report = (element, message) => reporter.report(element.id, message);

    shapes.forEach(one => checkShape(one, shapes, report));
    edges.forEach(one => checkEdge(one, shapes, report));
    pairs(edges).forEach(([one, other]) => checkCrossing(one, other, report));
    notes.forEach(note => checkNote(note, shapes, report));
    associations.forEach(one => edges.filter(other => cross(one, other))
      .forEach(other => report(one.element, `Association crosses ${other.element.id}`)));
    checkLabels([...shapes, ...edges].filter(one => one.label), shapes, edges, report);
    [...shapes, ...edges].filter(one => one.needsLabel && !one.label)
      .forEach(one => report(one.element, 'Label has no bounds of its own'));
  }
});

function shape(di) {
  const element = di.bpmnElement;
  const figure = is(element, 'bpmn:Event') ? 'circle' : is(element, 'bpmn:Gateway') ? 'diamond' : 'rectangle';
  return { element, figure, bounds: di.bounds, label: label(di),
    needsLabel: figure !== 'rectangle' && Boolean(element.name) };
}

function edge(di) {
  const points = di.waypoint;
  return { element: di.bpmnElement, points, segments: points.slice(1).map((point, i) => [points[i], point]),
    label: label(di), needsLabel: Boolean(di.bpmnElement.name) };
}

function label(di) {
  const bounds = di.label && di.label.bounds;
  return bounds && di.bpmnElement.name ? { bounds, ink: ink(di.bpmnElement.name, bounds) } : null;
}

function pairs(list) {
  return list.flatMap((one, i) => list.slice(i + 1).map(other => [one, other]));
}

function checkShape({ element, figure, bounds }, shapes, report) {
  if (is(element, 'bpmn:Task') && wrap(element.name || '', bounds.width - 14, 12).length * 14.4 > bounds.height - 14) {
    report(element, 'Name does not fit into the task');
  }
  if (is(element, 'bpmn:BoundaryEvent')) {
    const host = shapes.find(one => one.element === element.attachedToRef);
    const centre = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    if (host && distanceFromBorder(centre, host.bounds, 'rectangle') > 1) {
      report(element, 'Boundary event does not sit on the border of its task');
    }
  }
  if (figure !== 'rectangle' && Math.abs(bounds.width - bounds.height) > 1) {
    report(element, 'Event or gateway is not as wide as it is high');
  }
}

function checkEdge({ element, points, segments }, shapes, report) {
  if (segments.some(([a, b]) => Math.abs(a.x - b.x) > 1 && Math.abs(a.y - b.y) > 1)) {
    report(element, 'Flow is not drawn in horizontal and vertical lines');
  }
  const ends = [[element.sourceRef, points[0]], [element.targetRef, points[points.length - 1]]];
  for (const [end, point] of ends) {
    const drawn = shapes.find(one => one.element === end);
    if (drawn && distanceFromBorder(point, drawn.bounds, drawn.figure) > 2) {
      report(element, `Flow does not touch the border of ${end.id}`);
    }
  }
  shapes.filter(one => !isAny(one.element, ['bpmn:SubProcess', 'bpmn:Participant', 'bpmn:Lane']))
    .filter(one => segments.some(segment => runsThrough(segment, shrink(one.bounds, 3))))
    .filter(one => one.figure === 'rectangle' || one.element !== element.sourceRef && one.element !== element.targetRef)
    .forEach(one => report(element, `Flow runs through ${one.element.id}`));
}

function checkCrossing(one, other, report) {
  const merge = one.element.targetRef === other.element.targetRef || one.element.sourceRef === other.element.sourceRef;
  // Flows that part or come together may share a line, but not run across each other.
  if (merge ? cross(one, other) : one.segments.some(a => other.segments.some(b => segmentsMeet(a, b)))) {
    report(one.element, `Flow crosses ${other.element.id}`);
  }
}

function cross(one, other) {
  return one.segments.some(a => other.segments.some(b => segmentsCross(a, b)));
}

function checkNote({ element, bounds }, shapes, report) {
  shapes.filter(one => one.element !== element && boxesOverlap(one.bounds, bounds) && !contains(one.bounds, bounds))
    .forEach(one => report(element, `Note lies on ${one.element.id}`));
  if (wrap(element.text || '', bounds.width - 10, 12).length * 14.4 > bounds.height + 2) {
    report(element, 'Text does not fit into the note');
  }
}

function checkLabels(labelled, shapes, edges, report) {
  for (const { element, label, bounds, segments } of labelled) {
    if (Math.min(...(bounds ? [bounds] : segments.map(boxOf)).map(box => gap(label.ink, box))) > LABEL_DISTANCE) {
      report(element, 'Label is far from what it names');
    }
    edges.filter(one => one.segments.some(segment => runsThrough(segment, shrink(label.ink, 1))))
      .forEach(one => report(element, `Label lies on ${one.element.id}`));
    shapes.filter(one => overlapsFigure(label.ink, one.bounds, one.figure) && !contains(one.bounds, label.ink))
      .forEach(one => report(element, `Label lies on ${one.element.id}`));
    // Persian names stand in bounds that were drawn for the English ones: they may be longer, if they lie on nothing.
    const higher = label.ink.height > label.bounds.height + 6 && !PERSIAN.test(element.name);
    if (higher || label.ink.width > label.bounds.width) {
      report(element, 'Label is larger than its bounds');
    }
  }
  pairs(labelled).filter(([one, other]) => boxesOverlap(one.label.ink, other.label.ink))
    .forEach(([one, other]) => report(one.element, `Label lies on the label of ${other.element.id}`));
}
