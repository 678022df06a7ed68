// Checks the forms against what the form viewer in Tasklist (form-js 1.8, schema 16) can show.
import { FORMS, PROCESSES, lint, read } from './files.mjs';

const SCHEMA_VERSION = 16;
const PLATFORM_VERSION = '7.24.0';
const INPUTS = ['textfield', 'textarea', 'number', 'checkbox', 'checklist', 'radio', 'select', 'taglist', 'datetime'];
const WITH_VALUES = ['checklist', 'radio', 'select', 'taglist'];
const OTHERS = ['text', 'html', 'group', 'separator', 'spacer', 'table', 'image', 'iframe', 'dynamiclist', 'expression',
  'button'];

const models = read(PROCESSES, '.bpmn');
// What any form shows is a fact. A field of that name would take what the officer enters for the fact, and lose it.
const facts = new Set(read(FORMS, '.form').flatMap(file => readonlyKeys(file.text)));

await lint(read(FORMS, '.form'), (file, report) => {
  let form;
  try {
    form = JSON.parse(file.text);
  } catch (error) {
    report(error.message);
    return;
  }
  if (form.id !== file.name) {
    report(`id is "${form.id}", not the file's name`);
  }
  if (form.type !== 'default' || form.schemaVersion !== SCHEMA_VERSION) {
    report(`type and schemaVersion are not "default" and ${SCHEMA_VERSION}`);
  }
  if (form.executionPlatform !== 'Camunda Platform' || form.executionPlatformVersion !== PLATFORM_VERSION) {
    report(`executionPlatform is not "Camunda Platform" ${PLATFORM_VERSION}`);
  }
  if (!models.some(model => model.text.includes(`camunda:formRef="${file.name}"`))) {
    report('no user task uses this form');
  }
  const components = flatten(form.components || []);
  unique(components.map(component => component.id), 'id', report);
  unique(components.filter(component => component.key).map(component => component.key), 'key', report);
  components.forEach(component => checkComponent(component, report));
  components.filter(component => isField(component) && (facts.has(component.key) || /Id$/.test(component.key)))
    .forEach(component => report(`"${component.key}" is a fact or an id: call what the officer enters something else`));
  if (!components.some(isField)) {
    report('nothing can be decided in this form');
  }
});

function isField(component) {
  return INPUTS.includes(component.type) && !component.readonly;
}

function readonlyKeys(text) {
  try {
    return flatten(JSON.parse(text).components || []).filter(component => component.readonly)
      .map(component => component.key);
  } catch {
    return [];
  }
}

function flatten(components) {
  return components.flatMap(component => [component, ...flatten(component.components || [])]);
}

function unique(names, what, report) {
  names.forEach((name, i) => {
    if (!name) {
      report(`a component has no ${what}`);
    } else if (names.indexOf(name) < i) {
      report(`${what} "${name}" is used twice`);
    }
  });
}

function checkComponent(component, report) {
  const name = component.key || component.id;
  if (!INPUTS.includes(component.type) && !OTHERS.includes(component.type)) {
    report(`"${name}" is a ${component.type}, which the viewer does not know`);
  }
  if (!INPUTS.includes(component.type)) {
    return;
  }
  if (!component.key) {
    report(`"${component.id}" has no key`);
  }
  if (!component.label && !component.dateLabel) {
    report(`"${name}" has no label`);
  }
  if (WITH_VALUES.includes(component.type) && !component.values?.length && !component.valuesKey
      && !component.valuesExpression) {
    report(`"${name}" offers nothing to choose from`);
  }
}
