// Ids tell what they name; Java and tests use them as constants.
const { is, isAny } = require('bpmnlint-utils');

const PREFIXES = [
  ['bpmn:StartEvent', 'StartEvent_'],
  ['bpmn:EndEvent', 'End_'],
  ['bpmn:Event', 'Event_'],
  ['bpmn:Gateway', 'Gateway_'],
  ['bpmn:CallActivity', 'Call_'],
  ['bpmn:SubProcess', 'SubProcess_'],
  ['bpmn:Activity', 'Task_'],
  ['bpmn:SequenceFlow', 'Flow_']
];

module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && !/^[a-z]+(-[a-z]+)*$/.test(node.id)) {
      reporter.report(node.id, 'Process id is not in kebab case');
    }
    if (!isAny(node, ['bpmn:FlowNode', 'bpmn:SequenceFlow'])) {
      return;
    }
    const [, prefix] = PREFIXES.find(([type]) => is(node, type));
    if (!new RegExp(`^${prefix}[A-Z][A-Za-z0-9_]*$`).test(node.id)) {
      reporter.report(node.id, `Id is not ${prefix} and a name in CamelCase`);
    }
  }
});
