// Whoever reads the diagram reads names: of every event, of every gateway that asks, of every answer to it.
const { is } = require('bpmnlint-utils');

module.exports = () => ({
  check(node, reporter) {
    const name = (node.name || '').trim();
    if (is(node, 'bpmn:Event') && !name) {
      reporter.report(node.id, 'Event has no name (object + state: "Complaint unanswered")');
    }
    if (is(node, 'bpmn:ParallelGateway') && (node.outgoing || []).length > 1 && !name) {
      reporter.report(node.id, 'Gateway that lets several ways begin has no name ("Start checks")');
    }
    if (is(node, 'bpmn:ExclusiveGateway') && (node.outgoing || []).length > 1) {
      if (!/[?؟]$/.test(name)) {
        reporter.report(node.id, 'Gateway is not named as a question');
      }
      node.outgoing.filter(flow => !(flow.name || '').trim())
        .forEach(flow => reporter.report(flow.id, 'Flow out of an exclusive gateway has no name'));
    }
  }
});
