// What the engine needs to run the model: executable, kept for a time, and a bean, message or table behind each task.
const { is, isAny } = require('bpmnlint-utils');

const MAIL = '${sendMail}';

module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      if (!node.isExecutable) {
        reporter.report(node.id, 'Process is not executable');
      }
      if (!node.name) {
        reporter.report(node.id, 'Process has no name');
      }
      if (!/^P\d+[YMD]$/.test(node.get('camunda:historyTimeToLive') || '')) {
        reporter.report(node.id, 'History time to live is not a period such as P1095D');
      }
    }
    if (isAny(node, ['bpmn:ServiceTask', 'bpmn:SendTask'])
        && !/^\$\{[a-z]\w*\}$/.test(node.get('camunda:delegateExpression') || '')) {
      reporter.report(node.id, 'Task has no delegate expression that names a bean');
    }
    if (is(node, 'bpmn:SendTask') && node.get('camunda:delegateExpression') === MAIL) {
      ['template', 'recipient'].filter(input => !inputs(node).includes(input))
        .forEach(input => reporter.report(node.id, `Mail has no input parameter "${input}"`));
    }
    if (is(node, 'bpmn:BusinessRuleTask') && !node.get('camunda:decisionRef')
        && !node.get('camunda:delegateExpression')) {
      reporter.report(node.id, 'Task names no decision');
    }
    if (is(node, 'bpmn:ReceiveTask') && !node.messageRef) {
      reporter.report(node.id, 'Task names no message');
    }
    if (is(node, 'bpmn:CallActivity') && !node.calledElement) {
      reporter.report(node.id, 'Call activity names no process');
    }
    if (is(node, 'bpmn:ScriptTask')) {
      reporter.report(node.id, 'Scripts hide rules; use a decision or a delegate');
    }
  }
});

function inputs(node) {
  const extensions = node.extensionElements ? node.extensionElements.values : [];
  return extensions.filter(extension => is(extension, 'camunda:InputOutput'))
    .flatMap(io => io.inputParameters || []).map(parameter => parameter.name);
}
