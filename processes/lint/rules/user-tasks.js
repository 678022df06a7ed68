// Staff work in Tasklist with a form; businesses and consumers work on the page that the form key names.
const { is } = require('bpmnlint-utils');

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const formRef = node.get('camunda:formRef');
    const formKey = node.get('camunda:formKey') || '';
    const groups = node.get('camunda:candidateGroups');
    if (formRef) {
      if (!/^[a-z]+(-[a-z]+)*$/.test(formRef)) {
        reporter.report(node.id, 'Form is not named in kebab case');
      }
      if (node.get('camunda:formRefBinding') !== 'deployment') {
        reporter.report(node.id, 'Form is not bound to the deployment of its model');
      }
      if (!groups && !node.get('camunda:assignee')) {
        reporter.report(node.id, 'Staff task has no candidate groups');
      }
      if (!node.get('camunda:dueDate')) {
        reporter.report(node.id, 'Staff task has no due date, such as ${workingDays.after(3)}');
      }
    } else if (!/^page:\/\S+$/.test(formKey)) {
      reporter.report(node.id, 'Task has neither a form nor a form key "page:/path"');
    } else if (groups) {
      reporter.report(node.id, 'A task done on a page has no candidates in Tasklist');
    }
  }
});
