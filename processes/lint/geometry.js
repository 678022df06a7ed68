// Boxes are {x, y, width, height}; segments are [{x, y}, {x, y}]. Touching is not overlapping.

// Widths of Helvetica's letters in thousandths of the font size; Persian letters, which join, count as 480, a half-space
// as nothing, other letters as 556.
const WIDTHS = { i: 222, l: 222, j: 222, f: 278, t: 278, r: 333, m: 833, w: 722, ' ': 278, '.': 278, ',': 278,
  I: 278, M: 833, W: 944, A: 667, B: 667, C: 722, D: 722, E: 667, G: 778, H: 722, K: 667, N: 722, O: 778, P: 667,
  Q: 778, R: 722, S: 667, U: 722, V: 667, X: 667, Y: 667, c: 500, k: 500, s: 500, v: 500, x: 500, y: 500, z: 500,
  '-': 333, '?': 556, '/': 278, ':': 278, '\u200c': 0 };
const PERSIAN = /[\u0600-\u06ff]/;

function textWidth(text, fontSize) {
  return [...text].reduce((sum, letter) => sum + (WIDTHS[letter] ?? (PERSIAN.test(letter) ? 480 : 556)), 0) * fontSize / 1000;
}

/** Breaks text into lines as the diagram does. */
function wrap(text, width, fontSize) {
  const lines = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && textWidth(longer, fontSize) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** The box that the letters of a label cover: centred in its bounds, from the top down. */
function ink(text, bounds) {
  const lines = wrap(text, bounds.width, 11);
  const width = Math.max(...lines.map(line => textWidth(line, 11)));
  return { x: bounds.x + bounds.width / 2 - width / 2, y: bounds.y + 1, width, height: lines.length * 13.2 - 2 };
}

function boxesOverlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(outer, inner) {
  return outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.width >= inner.x + inner.width
    && outer.y + outer.height >= inner.y + inner.height;
}

function boxOf([a, b]) {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** Whether a horizontal or vertical segment runs through the inside of a box. */
function runsThrough(segment, box) {
  const line = boxOf(segment);
  return line.x < box.x + box.width && box.x < line.x + line.width + 0.01
    && line.y < box.y + box.height && box.y < line.y + line.height + 0.01;
}

function shrink(box, by) {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}

/** Whether a box overlaps a figure drawn in `bounds`: a rectangle, a circle or a diamond. */
function overlapsFigure(box, bounds, figure) {
  if (figure === 'rectangle') {
    return boxesOverlap(box, bounds);
  }
  const radius = bounds.width / 2;
  const dx = Math.abs(clamp(bounds.x + radius, box.x, box.x + box.width) - bounds.x - radius);
  const dy = Math.abs(clamp(bounds.y + radius, box.y, box.y + box.height) - bounds.y - radius);
  return figure === 'circle' ? Math.hypot(dx, dy) < radius : dx + dy < radius;
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

/** How far a point lies from the border of a figure. */
function distanceFromBorder({ x, y }, bounds, figure) {
  const dx = Math.abs(x - bounds.x - bounds.width / 2);
  const dy = Math.abs(y - bounds.y - bounds.height / 2);
  if (figure === 'circle') {
    return Math.abs(Math.hypot(dx, dy) - bounds.width / 2);
  }
  if (figure === 'diamond') {
    return Math.abs(dx + dy - bounds.width / 2);
  }
  const outside = Math.max(dx - bounds.width / 2, dy - bounds.height / 2);
  return Math.abs(outside);
}

/** Whether two horizontal or vertical segments meet anywhere but end to end. */
function segmentsMeet(one, other) {
  const a = boxOf(one);
  const b = boxOf(other);
  if (a.x > b.x + b.width || b.x > a.x + a.width || a.y > b.y + b.height || b.y > a.y + a.height) {
    return false;
  }
  return !one.some(p => other.some(q => Math.hypot(p.x - q.x, p.y - q.y) < 1));
}

/** Whether two segments, drawn at any angle, run across each other; touching with an end is not crossing. */
function segmentsCross([a, b], [c, d]) {
  const side = (p, q, r) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** How far two boxes lie apart. */
function gap(a, b) {
  return Math.hypot(Math.max(a.x - b.x - b.width, b.x - a.x - a.width, 0),
    Math.max(a.y - b.y - b.height, b.y - a.y - a.height, 0));
}

module.exports = { boxesOverlap, boxOf, contains, distanceFromBorder, gap, ink, overlapsFigure, runsThrough, segmentsCross,
  segmentsMeet, shrink, wrap };
