// The redesigns of the guide, docs/redesign.md and in Persian docs/redesign.fa.md: what each changes in a
// shipped model, as a diff that RedesignsTest applies too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { PROCESSES, ROOT } from '../lint/files.mjs';
import { all, is, parse } from './model.mjs';
import { textsOf } from './sources.mjs';
import { PERSIAN, catalogue } from './texts.mjs';

const GUIDE = PERSIAN ? 'redesign.fa.md' : 'redesign.md';
/** The picture of each redesign in the language of this run. */
export const PICTURE = PERSIAN ? 'picture.fa.svg' : 'picture.svg';
/** What people read in a redesign's new elements, in Persian. */
const TEXTS = 'fa.properties';
export const REDESIGNS = join(ROOT, 'docs', 'redesigns');
const CHANGED = 'bioc:stroke="#0b5cad" bioc:fill="#e6f1fb"';

/** All redesigns with their changed models and what else they deploy. */
export async function redesigns() {
  return Promise.all(readdirSync(REDESIGNS).sort().map(async name => {
    const folder = join(REDESIGNS, name);
    const files = readdirSync(folder).filter(file => !file.startsWith('picture.') && file !== TEXTS);
    const diff = files.find(file => file.endsWith('.diff'));
    const change = readFileSync(join(folder, diff), 'utf8');
    const path = join(PROCESSES, basename(diff, '.diff'));
    const texts = PERSIAN ? { ...textsOf({ path }), ...catalogue(readFileSync(join(folder, TEXTS), 'utf8')) } : undefined;
    const model = await parse(apply(change, readFileSync(path, 'utf8'), name), texts);
    return { name, text: model.xml, model, changed: changed(change),
      others: files.filter(file => file !== diff).map(file => readFileSync(join(folder, file), 'utf8')),
      files: files.map(file => basename(file, '.diff')) };
  }));
}

function apply(change, model, name) {
  return change.split(/^@@.*@@\n/m).slice(1).reduce((text, hunk) => {
    const lines = hunk.split('\n').slice(0, -1);
    const side = sign => lines.filter(line => line[0] !== sign).map(line => `${line.slice(1)}\n`).join('');
    const parts = text.split(side('+'));
    if (parts.length !== 2) {
      throw new Error(`docs/redesigns/${name} does not fit the shipped model any more, at\n${side('+')}`);
    }
    return parts.join(side('-'));
  }, model);
}

/** The ids of the elements that a diff draws, or puts a new line in. */
function changed(change) {
  const ids = [...change.matchAll(/^\+.*?\b(?:id|bpmnElement)="(\w+?)(?:_Timer|_di)?"/gm)].map(([, id]) => id);
  const timers = [...change.matchAll(/id="(\w+)_Timer">\n-/g)].map(([, id]) => id);
  return new Set([...ids, ...timers]);
}

/** The changed part of a redesign and what it hangs on, the change in another colour. */
export function changedPart({ text, model, changed: ids }) {
  const nodes = all(model.process);
  const isChanged = element => ids.has(element.id);
  const flows = nodes.flatMap(node => node.outgoing ?? []);
  const kept = new Set(nodes.filter(isChanged));
  const widen = around => flows.filter(around).flatMap(flow => [flow.sourceRef, flow.targetRef])
    .forEach(end => kept.add(end));
  widen(flow => isChanged(flow) || isChanged(flow.sourceRef));
  const near = new Set(kept);
  widen(flow => near.has(flow.sourceRef) || near.has(flow.targetRef));
  nodes.filter(node => node.attachedToRef && kept.has(node)).forEach(node => kept.add(node.attachedToRef));
  nodes.filter(node => kept.has(node.attachedToRef) && is(node, 'BoundaryEvent')).forEach(node => kept.add(node));
  const drawn = new Set([...kept, ...flows.filter(flow => kept.has(flow.sourceRef) && kept.has(flow.targetRef))]
    .map(element => element.id));
  return text.replace(/<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement="(\w+)"[^>]*>[\s\S]*?<\/bpmndi:BPMN\1>\n?/g,
    (block, kind, id) => drawn.has(id) ? block.replace(`bpmnElement="${id}"`, ids.has(id) ? `$& ${CHANGED}` : '$&') : '')
    .replace('<bpmn:definitions ', '<bpmn:definitions xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" ');
}

/** What the linter says about redesigned or translated models; the layout is among its rules. Empty if nothing. */
export function findings(all) {
  const folder = mkdtempSync(join(tmpdir(), 'redesigns-'));
  try {
    all.forEach(({ name, text }) => writeFileSync(join(folder, `${name}.bpmn`), text));
    const program = join(PROCESSES, 'node_modules', '.bin', 'bpmnlint');
    const linter = spawnSync(program, ['--max-warnings=0', join(folder, '*.bpmn')],
      { cwd: PROCESSES, encoding: 'utf8' });
    return linter.status === 0 ? [] : [linter.stdout + linter.stderr];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names in the guide's section about a redesign, written as code, that none of its files has. */
export function unknownNames({ name, text, others, files }) {
  const sections = readFileSync(join(ROOT, 'docs', GUIDE), 'utf8').split(/^## /m);
  const section = sections.find(part => part.includes(`redesigns/${name}/${PICTURE}`));
  if (!section) {
    return [`docs/${GUIDE} does not tell of ${name}`];
  }
  const all = [text, ...others, ...files].join('\n').replaceAll('&#39;', '\'');
  return [...section.matchAll(/`([^`\n]+)`|<code dir="ltr">([^<\n]+)<\/code>/g)].map(([, code, upright]) => code ?? upright)
    .filter(code => !all.includes(code)).map(code => `docs/${GUIDE}: ${code} is not in the redesign ${name}`);
}
