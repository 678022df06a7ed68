// Draws a model as SVG with bpmn-js in Chromium.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { PROCESSES } from '../lint/files.mjs';
import { PERSIAN } from './texts.mjs';

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const VIEWER = pathToFileURL(join(PROCESSES, 'node_modules', 'bpmn-js', 'dist', 'bpmn-viewer.production.min.js'));

/** Stands in a picture and tells which text of a model it shows. */
export function fingerprint(text) {
  return `sha256 of the model: ${createHash('sha256').update(text).digest('hex')}`;
}

/** Draws a model into a file. */
export function draw(text, path) {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, `<!DOCTYPE html><html><head><meta charset="utf-8"><script src="${VIEWER}"></script></head>
      <body><div id="canvas" style="width: 5000px; height: 2000px"></div><pre id="out"></pre><script>
      const text = ${JSON.stringify(text).replaceAll('<', '\\u003c')};
      (async () => {
        const viewer = new BpmnJS({ container: '#canvas' });
        await viewer.importXML(text);
        const { svg } = await viewer.saveSVG();
        document.body.textContent = 'DRAWN ' + btoa(unescape(encodeURIComponent(svg))) + ' END';
      })().catch(error => { document.body.textContent = 'FAILED ' + error.message; });
      </script></body></html>`);
    const browser = spawnSync(CHROMIUM, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--virtual-time-budget=10000',
      `--user-data-dir=${folder}`, '--dump-dom', pathToFileURL(page).href], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const [, drawn] = /DRAWN (\S+) END/.exec(browser.stdout ?? '') ?? [];
    if (!drawn) {
      throw browser.error ?? new Error(/FAILED [^<]*/.exec(browser.stdout)?.[0] ?? browser.stderr);
    }
    writeFileSync(path, slim(Buffer.from(drawn, 'base64').toString('utf8'), text));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Leaves out what only the editor needs, names styles once, and draws on white, so that it is read in the dark too. */
function slim(svg, text) {
  const styles = [];
  const named = (all, style) => {
    if (!styles.includes(style)) {
      styles.push(style);
    }
    return ` class="s${styles.indexOf(style)}"`;
  };
  const drawing = svg.replace(/<!DOCTYPE[^>]*>/, '')
    .replace(/<!-- created with bpmn-js[^>]*-->/, `<!-- ${fingerprint(text)} -->`)
    .replace(/<(rect|circle|polyline|path)[^>]*stroke-opacity: 0;[^>]*\/>/g, '')
    .replace(/ (style="display: block;"|class="[^"]*"|data-[\w-]+="[^"]*")/g, '')
    .replace(/(<tspan[^>]*>)([^<]*)(?=<\/tspan>)/g, (all, begin, line) => begin + (PERSIAN ? rightToLeft(line) : line))
    .replace(/ style="([^"]*)"/g, named).replace(/ lineHeight="1.2"/g, '').replace(/(\d\.\d\d)\d+/g, '$1');
  const sheet = ['svg { background: white }', ...styles.map((style, at) => `.s${at} { ${style} }`)].join(' ');
  return drawing.replace(/(<svg [^>]*>)/, `$1<style>${sheet}</style>`).trim() + '\n';
}

/** A line of a picture that is read from the right, whatever it begins with: the picture itself runs from the left. */
function rightToLeft(line) {
  return `&#x2067;${line}&#x2069;`;
}
