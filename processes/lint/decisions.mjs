// Checks the decision tables: they parse, are named, typed and complete, and every cell is FEEL.
import feelLint from '@bpmn-io/feel-lint';
import DmnModdle from 'dmn-moddle';

import { DECISIONS, lint, read } from './files.mjs';

const HIT_POLICIES_WITHOUT_OVERLAP = ['UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER'];

await lint(read(DECISIONS, '.dmn'), async (file, report) => {
  const { rootElement, warnings } = await new DmnModdle().fromXML(file.text);
  warnings.forEach(warning => report(warning.message));
  const decisions = (rootElement.drgElement || []).filter(element => element.$type === 'dmn:Decision');
  if (!decisions.some(decision => decision.id === file.name)) {
    report(`no decision has the file's name "${file.name}" as its id`);
  }
  const drawn = (rootElement.dmnDI?.diagrams || []).flatMap(diagram => diagram.diagramElements || [])
    .map(shape => shape.dmnElementRef);
  decisions.forEach(decision => {
    if (!decision.name) {
      report(`${decision.id} has no name`);
    }
    if (!decision.$attrs['camunda:historyTimeToLive']) {
      report(`${decision.id} has no camunda:historyTimeToLive`);
    }
    if (!drawn.includes(decision)) {
      report(`${decision.id} is not drawn (dmndi:DMNShape)`);
    }
    checkLogic(decision, report);
  });
});

function checkLogic(decision, report) {
  const logic = decision.decisionLogic;
  if (logic?.$type === 'dmn:LiteralExpression') {
    feel(logic, 'expression', decision.id, report);
    return;
  }
  if (logic?.$type !== 'dmn:DecisionTable') {
    report(`${decision.id} is neither a table nor an expression`);
    return;
  }
  const inputs = logic.input || [];
  const rules = logic.rule || [];
  if (!HIT_POLICIES_WITHOUT_OVERLAP.includes(logic.hitPolicy)) {
    report(`${decision.id} has the hit policy ${logic.hitPolicy}`);
  }
  inputs.forEach(input => {
    if (!input.label) {
      report(`input ${input.id} has no label`);
    }
    if (!input.inputExpression?.typeRef) {
      report(`input ${input.id} has no type`);
    }
    feel(input.inputExpression, 'expression', `input ${input.id}`, report);
  });
  logic.output.forEach(output => {
    if (!output.label) {
      report(`output ${output.id} has no label`);
    }
    if (!output.name || !output.typeRef) {
      report(`output ${output.id} needs a name and a type`);
    }
  });
  if (rules.length === 0) {
    report(`${decision.id} has no rules`);
  }
  rules.forEach(rule => {
    if ((rule.inputEntry || []).length !== inputs.length || (rule.outputEntry || []).length !== logic.output.length) {
      report(`rule ${rule.id} has more or fewer cells than the table has columns`);
    }
    (rule.inputEntry || []).forEach(cell => feel(cell, 'unaryTests', `cell ${cell.id}`, report));
    (rule.outputEntry || []).forEach(cell => feel(cell, 'expression', `cell ${cell.id}`, report));
  });
}

function feel(cell, dialect, where, report) {
  const text = (cell?.text || '').trim();
  if (!text) {
    if (dialect === 'expression') {
      report(`${where} is empty`);
    }
    return;
  }
  if (cell.expressionLanguage && !cell.expressionLanguage.toLowerCase().includes('feel')) {
    report(`${where} is written in ${cell.expressionLanguage}, not in FEEL`);
  }
  feelLint.lintExpression(text, { dialect }).forEach(finding => report(`${where}: ${finding.message} in ${text}`));
}
