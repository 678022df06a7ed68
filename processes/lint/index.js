// Namad's own rules for process models; `.bpmnlintrc` takes them as `plugin:namad/recommended`.
const rules = ['durations', 'execution', 'ids', 'layout', 'names', 'user-tasks'];

module.exports = {
  rules: Object.fromEntries(rules.map(rule => [rule, `./rules/${rule}`])),
  configs: {
    recommended: { rules: Object.fromEntries(rules.map(rule => [`namad/${rule}`, 'error'])) }
  }
};
