// Writes docs/processes: a page and a picture per process, a page of the decision tables, an index. With --check it
// writes nothing, and fails if a page or picture is not what the models say.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DECISIONS, read } from '../lint/files.mjs';
import { decisionsPage } from './decisions-page.mjs';
import { who } from './elements.mjs';
import { all, documentation, is, parse } from './model.mjs';
import { draw, fingerprint } from './pictures.mjs';
import { processPage } from './process-page.mjs';
import { DOCS, models } from './sources.mjs';

const check = process.argv.includes('--check');
const parsed = await Promise.all(models.map(file => parse(file.text)));
const calls = (model, id) => all(model.process).filter(one => one.calledElement === id);
const asks = id => parsed.flatMap(model => all(model.process).filter(one => one.decisionRef === id)
  .map(one => `[${model.process.id}](${model.process.id}.md), *${one.name}*`));

const pages = new Map(parsed.map(model => [`${model.process.id}.md`, processPage(model,
  parsed.filter(other => calls(other, model.process.id).length > 0).map(other => other.process.id))]));
pages.set('decisions.md', await decisionsPage(read(DECISIONS, '.dmn'), asks));
pages.set('README.md', index());
const pictures = new Map(models.map(file => [`${file.name}.svg`, file]));

const stale = [
  ...[...pages].filter(([name, text]) => stored(name) !== text).map(([name]) => name),
  ...[...pictures].filter(([name, file]) => !stored(name).includes(fingerprint(file.text))).map(([name]) => name)
];
const left = existsSync(DOCS) ? readdirSync(DOCS).filter(name => !pages.has(name) && !pictures.has(name)) : [];

if (!check) {
  mkdirSync(DOCS, { recursive: true });
  left.forEach(name => rmSync(join(DOCS, name)));
  stale.filter(name => pages.has(name)).forEach(name => writeFileSync(join(DOCS, name), pages.get(name)));
  stale.filter(name => pictures.has(name)).forEach(name => draw(pictures.get(name).text, join(DOCS, name)));
  [...stale, ...left].forEach(name => console.log(name));
} else if (stale.length + left.length > 0) {
  console.log(`docs/processes: ${[...stale, ...left].join(', ')} not as the models are; run npm run docs`);
  process.exitCode = 1;
}

function stored(name) {
  return existsSync(join(DOCS, name)) ? readFileSync(join(DOCS, name), 'utf8') : '';
}

function index() {
  const rows = parsed.map(({ process: { id, name }, process: model }) =>
    `| [${name}](${id}.md) | ${documentation(model).split(/(?<=\.) /)[0]} | ${people(model)} |`);
  return ['# The flows', '<!-- Written by npm run docs, in processes; change the models instead. -->',
    'What runs in Namad, page by page, written from the models themselves: who does what, by when, which mails go out, '
    + 'what is decided by which table, which rule stands where. [redesign.md](../redesign.md) tells how to change a flow.',
    ['| flow | what it is | who works in it |', '| --- | --- | --- |', ...rows].join('\n'),
    '[Decision tables](decisions.md)'].join('\n\n') + '\n';
}

function people(model) {
  const workers = all(model).filter(one => is(one, 'UserTask')).map(one => who(one).split(',')[0].toLowerCase());
  return [...new Set(workers)].join(', ') || 'nobody';
}
