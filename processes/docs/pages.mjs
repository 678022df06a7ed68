// Writes docs/processes, or with "fa" its Persian half, docs/processes/fa: a page and a picture per process, a page of the
// decision tables, an index; the pictures of docs/redesigns; and the names of all facts, by which mails are checked. With
// --check it writes nothing, and fails if a page or picture is not what the models say, if a Persian picture's texts do
// not fit, or if the guide and its redesigns have drifted apart.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DECISIONS, read } from '../lint/files.mjs';
import { buildingBlocks, factNames } from './building-blocks.mjs';
import { decisionsPage } from './decisions-page.mjs';
import { worksHere } from './elements.mjs';
import { all, documentation, parse } from './model.mjs';
import { draw, fingerprint } from './pictures.mjs';
import { grid, processPage } from './process-page.mjs';
import { PICTURE, REDESIGNS, changedPart, findings, redesigns, unknownNames } from './redesigns.mjs';
import { DOCS, MAILS, models, textsOf } from './sources.mjs';
import { PERSIAN, page, text, unused } from './texts.mjs';
import { COMMA } from './words.mjs';

const check = process.argv.includes('--check');
const parsed = await Promise.all(models.map(file => parse(file.text, textsOf(file))));
const calls = (model, id) => all(model.process).filter(one => one.calledElement === id);
const asks = id => parsed.flatMap(model => all(model.process).filter(one => one.decisionRef === id)
  .map(one => `[${model.process.id}](${model.process.id}.md)${COMMA}*${one.name}*`));

const pages = new Map(parsed.map(model => [`${model.process.id}.md`, processPage(model,
  parsed.filter(other => calls(other, model.process.id).length > 0).map(other => other.process.id))]));
pages.set('decisions.md', await decisionsPage(read(DECISIONS, '.dmn'), asks));
pages.set('building-blocks.md', buildingBlocks());
pages.set('README.md', index());
const redrawn = await redesigns();
const pictures = new Map([...parsed.map(({ process, xml }) => [join(DOCS, `${process.id}.svg`), xml]),
  ...redrawn.map(one => [join(REDESIGNS, one.name, PICTURE), changedPart(one)])]);
const files = new Map([...[...pages].map(([name, whole]) => [join(DOCS, name), whole]),
  [join(MAILS, 'facts.txt'), factNames()]]);

const stale = [...[...files].filter(([path, whole]) => stored(path) !== whole),
  ...[...pictures].filter(([path, drawn]) => !stored(path).includes(fingerprint(drawn)))].map(([path]) => path);
const left = existsSync(DOCS) ? readdirSync(DOCS).filter(name => name !== 'fa').map(name => join(DOCS, name))
  .filter(path => !files.has(path) && !pictures.has(path)) : [];

if (!check) {
  mkdirSync(DOCS, { recursive: true });
  left.forEach(path => rmSync(path));
  stale.forEach(path => files.has(path) ? writeFileSync(path, files.get(path)) : draw(pictures.get(path), path));
  [...stale, ...left].forEach(path => console.log(path));
} else {
  const problems = [...[...stale, ...left].map(path => `${path} is not as the models are: npm run docs`),
    ...[...files].filter(([, whole]) => /\bundefined\b/.test(whole)).map(([path]) => `${path} says "undefined"`),
    ...PERSIAN ? unused().map(key => `docs/fa.properties: no page says ${key}`) : [],
    ...findings([...redrawn, ...PERSIAN ? parsed.map(({ process, xml }) => ({ name: process.id, text: xml })) : []]),
    ...redrawn.flatMap(unknownNames)];
  problems.forEach(problem => console.log(problem));
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function stored(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function index() {
  const rows = parsed.map(({ process: { id, name }, process: model }) =>
    [`[${name}](${id}.md)`, documentation(model).split(/(?<=[.؛]) /)[0].replace(/؛$/, '.'), people(model)]);
  return page(`# ${text('index')}`, `<!-- ${text('written')} -->`, text('otherLanguage', 'README.md'), text('indexAbout'),
    ...grid(['flow', 'flowAbout', 'flowWorkers'].map(head => text(head)), rows), text('indexOthers'));
}

function people(model) {
  return [...new Set(all(model).map(worksHere).filter(Boolean))].join(COMMA) || text('nobody');
}
