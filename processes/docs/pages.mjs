// Writes docs/processes: a page and a picture per process, a page of the decision tables, an index; and the pictures of
// docs/redesigns. With --check it writes nothing, and fails if a page or picture is not what the models say, or if the
// guide and its redesigns have drifted apart.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DECISIONS, read } from '../lint/files.mjs';
import { buildingBlocks } from './building-blocks.mjs';
import { decisionsPage } from './decisions-page.mjs';
import { who } from './elements.mjs';
import { all, documentation, is, parse } from './model.mjs';
import { draw, fingerprint } from './pictures.mjs';
import { processPage } from './process-page.mjs';
import { REDESIGNS, changedPart, findings, redesigns, unknownNames } from './redesigns.mjs';
import { DOCS, models } from './sources.mjs';

const check = process.argv.includes('--check');
const parsed = await Promise.all(models.map(file => parse(file.text)));
const calls = (model, id) => all(model.process).filter(one => one.calledElement === id);
const asks = id => parsed.flatMap(model => all(model.process).filter(one => one.decisionRef === id)
  .map(one => `[${model.process.id}](${model.process.id}.md), *${one.name}*`));

const pages = new Map(parsed.map(model => [`${model.process.id}.md`, processPage(model,
  parsed.filter(other => calls(other, model.process.id).length > 0).map(other => other.process.id))]));
pages.set('decisions.md', await decisionsPage(read(DECISIONS, '.dmn'), asks));
pages.set('building-blocks.md', buildingBlocks());
pages.set('README.md', index());
const redrawn = await redesigns();
const pictures = new Map([...models.map(file => [join(DOCS, `${file.name}.svg`), file.text]),
  ...redrawn.map(one => [join(REDESIGNS, one.name, 'picture.svg'), changedPart(one)])]);
const files = new Map([...pages].map(([name, text]) => [join(DOCS, name), text]));

const stale = [...[...files].filter(([path, text]) => stored(path) !== text),
  ...[...pictures].filter(([path, text]) => !stored(path).includes(fingerprint(text)))].map(([path]) => path);
const left = existsSync(DOCS) ? readdirSync(DOCS).map(name => join(DOCS, name))
  .filter(path => !files.has(path) && !pictures.has(path)) : [];

if (!check) {
  mkdirSync(DOCS, { recursive: true });
  left.forEach(path => rmSync(path));
  stale.forEach(path => files.has(path) ? writeFileSync(path, files.get(path)) : draw(pictures.get(path), path));
  [...stale, ...left].forEach(path => console.log(path));
} else {
  const problems = [...[...stale, ...left].map(path => `${path} is not as the models are: npm run docs`),
    ...[...files].filter(([, text]) => /\bundefined\b/.test(text)).map(([path]) => `${path} says "undefined"`),
    ...findings(redrawn), ...redrawn.flatMap(unknownNames)];
  problems.forEach(problem => console.log(problem));
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function stored(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function index() {
  const rows = parsed.map(({ process: { id, name }, process: model }) =>
    `| [${name}](${id}.md) | ${documentation(model).split(/(?<=\.) /)[0]} | ${people(model)} |`);
  return ['# The flows', '<!-- Written by npm run docs, in processes; change the models instead. -->',
    'What runs in Namad, page by page, written from the models themselves: who does what, by when, which mails go out, '
    + 'what is decided by which table, which rule stands where. [redesign.md](../redesign.md) tells how to change a flow.',
    ['| flow | what it is | who works in it |', '| --- | --- | --- |', ...rows].join('\n'),
    '[Decision tables](decisions.md) · [what models may use](building-blocks.md)'].join('\n\n') + '\n';
}

function people(model) {
  const workers = all(model).filter(one => is(one, 'UserTask')).map(one => who(one).split(',')[0].toLowerCase());
  return [...new Set(workers)].join(', ') || 'nobody';
}
