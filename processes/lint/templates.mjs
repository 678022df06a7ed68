// Checks the element templates: against Modeler's schema, both languages offer the same, each says what it is.
import { validateAll } from '@bpmn-io/element-templates-validator';
import { TEMPLATES, lint, read } from './files.mjs';

const LANGUAGES = ['en', 'fa'];
const kits = read(TEMPLATES, '.json');

await lint(kits, (file, report) => {
  const templates = JSON.parse(file.text);
  validateAll(templates).results.filter(result => !result.valid)
    .forEach(result => result.errors.forEach(error => report(`${result.object.id}: ${error.message}`)));
  templates.filter(template => !template.description).forEach(template => report(`${template.id}: no description`));
});

await lint(kits.slice(0, 1), (file, report) => {
  const names = kits.map(kit => kit.name).join();
  if (names !== LANGUAGES.map(language => `namad.${language}`).join()) {
    report(`there are kits ${names}, not one for each of ${LANGUAGES}`);
  }
  const [english, persian] = kits.map(kit => JSON.parse(kit.text).map(shape));
  english.filter((template, at) => template !== persian[at])
    .forEach(template => report(`differs between the languages: ${template}`));
});

/** What a template does, without its words. */
function shape({ id, version, appliesTo, properties }) {
  return JSON.stringify([id, version, appliesTo,
    properties.map(({ type, value, binding, choices }) => [type, value, binding, choices?.map(choice => choice.value)])]);
}
