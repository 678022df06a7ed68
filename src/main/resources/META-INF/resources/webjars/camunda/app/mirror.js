// Turns style sheets that were written for left-to-right around, rule by rule, in place. Namad's own need none of that.
const SIDES = [
  ['left', 'right'],
  ['margin-left', 'margin-right'],
  ['padding-left', 'padding-right'],
  ['border-left-width', 'border-right-width'],
  ['border-left-style', 'border-right-style'],
  ['border-left-color', 'border-right-color'],
  ['border-top-left-radius', 'border-top-right-radius'],
  ['border-bottom-left-radius', 'border-bottom-right-radius']
];
const WORDS = ['float', 'clear', 'text-align'];
const OTHER = { left: 'right', right: 'left' };

// Pictures of models and code keep their direction; tooltips are placed by scripts that count from the left.
const KEPT = /\.(djs|bjs|dmn|dms|cmmn|CodeMirror|cm-|tooltip|popover|uib-position|carousel|glyphicon)|-decision-table/;

function mirrorRule({ style }) {
  for (const [left, right] of SIDES) {
    const was = [style.getPropertyValue(left), style.getPropertyPriority(left)];
    const other = [style.getPropertyValue(right), style.getPropertyPriority(right)];
    if (was[0] !== other[0]) {
      put(style, left, other);
      put(style, right, was);
    }
  }
  for (const word of WORDS) {
    const value = OTHER[style.getPropertyValue(word)];
    if (value) {
      style.setProperty(word, value, style.getPropertyPriority(word));
    }
  }
}

function put(style, property, [value, priority]) {
  if (value) {
    style.setProperty(property, value, priority);
  } else {
    style.removeProperty(property);
  }
}

function mirrorRules(rules) {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      if (!KEPT.test(rule.selectorText)) {
        mirrorRule(rule);
      }
    } else if (rule.cssRules) {
      mirrorRules(rule.cssRules);
    }
  }
}

export default function mirror(sheets) {
  for (const sheet of sheets) {
    if (sheet.href && sheet.href.startsWith(location.origin) && !sheet.href.includes('user-styles')) {
      mirrorRules(sheet.cssRules);
    }
  }
}
