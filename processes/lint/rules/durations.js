// A timer that does not parse would only be found when a case reaches it.
const { is } = require('bpmnlint-utils');

const PERIOD = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const CRON = /^(\S+ ){5,6}\S+$/;
const REPEAT = /^R\d*\//;

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Event')) {
      return;
    }
    (node.eventDefinitions || []).filter(definition => is(definition, 'bpmn:TimerEventDefinition'))
      .filter(definition => !understood(definition))
      .forEach(() => reporter.report(node.id, 'Timer is not an ISO 8601 period or date, a cron line or an expression'));
  }
});

function understood({ timeDuration, timeDate, timeCycle }) {
  const text = ((timeDuration || timeDate || timeCycle || {}).body || '').trim();
  if (/^[$#]\{.+\}$/.test(text)) {
    return true;
  }
  if (timeDuration) {
    return PERIOD.test(text);
  }
  if (timeDate) {
    return DATE.test(text);
  }
  return REPEAT.test(text) ? PERIOD.test(text.replace(REPEAT, '')) : CRON.test(text);
}
