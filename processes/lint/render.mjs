// Draws every model, decision table and form into target/models, with the same viewers that Modeler and Tasklist use.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { DECISIONS, FORMS, PROCESSES, ROOT, read } from './files.mjs';

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const OUT = join(ROOT, 'target', 'models');
const MODULES = pathToFileURL(join(PROCESSES, 'node_modules'));
const MARGIN = 30;

mkdirSync(OUT, { recursive: true });
read(PROCESSES, '.bpmn').forEach(file => draw(file, file.name, size(file.text), `
  <link rel="stylesheet" href="${MODULES}/bpmn-js/dist/assets/bpmn-js.css">
  <link rel="stylesheet" href="${MODULES}/bpmn-js/dist/assets/diagram-js.css">
  <script src="${MODULES}/bpmn-js/dist/bpmn-viewer.production.min.js"></script>`, `
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(text);
  warnings.forEach(warning => { throw warning; });
  const box = viewer.get('canvas').viewbox().inner;
  viewer.get('canvas').viewbox({ x: box.x - ${MARGIN}, y: box.y - ${MARGIN},
    width: document.body.clientWidth, height: document.body.clientHeight });`));
read(DECISIONS, '.dmn').forEach(file => draw(file, file.name, { width: 1400, height: 600 }, `
  <link rel="stylesheet" href="${MODULES}/dmn-js/dist/assets/dmn-js-shared.css">
  <link rel="stylesheet" href="${MODULES}/dmn-js/dist/assets/dmn-js-drd.css">
  <link rel="stylesheet" href="${MODULES}/dmn-js/dist/assets/dmn-js-decision-table.css">
  <link rel="stylesheet" href="${MODULES}/dmn-js/dist/assets/dmn-js-literal-expression.css">
  <link rel="stylesheet" href="${MODULES}/dmn-js/dist/assets/dmn-font/css/dmn.css">
  <script src="${MODULES}/dmn-js/dist/dmn-viewer.production.min.js"></script>`, `
  const viewer = new DmnJS({ container: '#canvas' });
  await viewer.importXML(text);
  await viewer.open(viewer.getViews().find(view => view.element.id === name && view.type !== 'drd'));`));
read(FORMS, '.form').forEach(file => draw(file, file.name, { width: 1100, height: 1600 }, `
  <link rel="stylesheet" href="${MODULES}/@bpmn-io/form-js/dist/assets/form-js.css">
  <script src="${MODULES}/@bpmn-io/form-js/dist/form-viewer.umd.js"></script>`, `
  const form = await FormViewer.createForm({ container: '#canvas', schema: JSON.parse(text) });
  if (form._state.errors?.length) { throw new Error(JSON.stringify(form._state.errors)); }`));

/** The size of a diagram's drawing, margins included. */
function size(xml) {
  const numbers = pattern => [...xml.matchAll(pattern)].map(match => match.slice(1).map(Number));
  const boxes = numbers(/Bounds x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/g);
  const points = numbers(/waypoint x="(-?[\d.]+)" y="(-?[\d.]+)"/g);
  const all = [...boxes, ...points.map(([x, y]) => [x, y, 0, 0])];
  const span = (at, extent) =>
    Math.max(...all.map(box => box[at] + box[extent])) - Math.min(...all.map(box => box[at]));
  return { width: Math.ceil(span(0, 2)) + 2 * MARGIN, height: Math.ceil(span(1, 3)) + 3 * MARGIN };
}

function draw(file, name, { width, height }, head, script) {
  const page = join(OUT, `${name}.html`);
  const picture = join(OUT, `${name}.png`);
  writeFileSync(page, `<!DOCTYPE html><html><head><meta charset="utf-8">${head}
    <style>html, body, #canvas { margin: 0; width: 100%; height: 100% }</style></head>
    <body><div id="canvas"></div><script>
    const name = ${JSON.stringify(name)};
    const text = ${JSON.stringify(file.text).replaceAll('<', '\\u003c')};
    (async () => {${script}
    })().catch(error => { document.title = document.body.textContent = 'FAILED ' + error.message; });
    </script></body></html>`);
  rmSync(picture, { force: true });
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars',
    '--virtual-time-budget=10000'];
  const browser = spawnSync(CHROMIUM, [...flags, `--window-size=${width},${height}`, `--screenshot=${picture}`,
    pathToFileURL(page).href], { encoding: 'utf8' });
  rmSync(page);
  if (browser.error || browser.status !== 0) {
    throw browser.error ?? new Error(browser.stderr);
  }
  console.log(picture);
}
