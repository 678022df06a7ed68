// What an officer writes in a task's form is kept by Namad as it is typed, for that officer alone, on whatever computer.
// Tasklist's own copy, made when Save is pressed, would stay readable in the browser: it is no longer made.
import { said } from './settings.js';

const TASKS = document.querySelector('base').getAttribute('app-root').replace(/camunda$/, 'staff/tasks/');
const OWN_COPY = /^camunda-form:/;
const PAUSE_MS = 600;

const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (key, value) {
  if (!OWN_COPY.test(key)) {
    setItem.call(this, key, value);
  }
};
Object.keys(localStorage).filter(key => OWN_COPY.test(key)).forEach(key => localStorage.removeItem(key));

// Whose form it is stands only in the address from which it comes.
const taskOf = new WeakMap();
const { fetch } = window;
window.fetch = async (...request) => {
  const answer = await fetch(...request);
  const [, task] = /\/task\/([^/?]+)\/deployed-form/.exec(request[0]) ?? [];
  if (task) {
    const read = answer.json.bind(answer);
    answer.json = async () => {
      const schema = await read();
      taskOf.set(schema, task);
      return schema;
    };
  }
  return answer;
};

const different = (values, from) => Object.fromEntries(Object.entries(values)
  .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(from[name])));

function keepDrafts(Form) {
  const { importSchema } = Form.prototype;
  Form.prototype.importSchema = async function (schema, facts) {
    const shown = await importSchema.call(this, schema, facts);
    const task = taskOf.get(schema);
    if (task) {
      const address = `${TASKS}${encodeURIComponent(task)}/draft`;
      const blank = this._getSubmitData();
      const answer = await fetch(address);
      const { written, header, token } = answer.ok ? await answer.json() : { written: {} };
      if (Object.keys(written).length) {
        await importSchema.call(this, schema, { ...facts, ...written });
      }
      keep(this, () => JSON.stringify(different(this._getSubmitData(), blank)), body => fetch(address,
        { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json', [header]: token }, body }));
    }
    return shown;
  };
}

/** Sends what {@code written} says, a moment after the last key and when the page is left; tells whether it arrived. */
function keep(form, written, send) {
  const told = document.createElement('p');
  told.className = 'namad-draft';
  told.setAttribute('role', 'status');
  form._container.after(told);
  let kept = written();
  let waiting;
  const now = async () => {
    clearTimeout(waiting);
    const body = written();
    if (body === kept) {
      return;
    }
    kept = body;
    const arrived = await send(body).then(answer => answer.ok, () => false);
    told.textContent = said(arrived ? { fa: 'پیش‌نویس نگه داشته شد.', en: 'Draft kept.' }
      : { fa: 'پیش‌نویس نگه داشته نشد.', en: 'The draft could not be kept.' });
  };
  form.on('changed', () => {
    clearTimeout(waiting);
    waiting = setTimeout(now, PAUSE_MS);
  });
  addEventListener('pagehide', now);
}

// Tasklist does not hand its forms out: webpack, which has put it together, knows their class by a number.
window.webpackChunkcamunda_bpm_webapp.push([['namad-drafts'], {}, require => {
  const number = Object.values(require.m).map(String).find(script => script.includes('"camunda-form:"'))
    .match(/\((\d+)\)\.Form\b/)[1];
  keepDrafts(require(number).Form);
}]);
