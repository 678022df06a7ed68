// Tasklist sends a task back whole, with the reference to its form, which the engine's REST API does not read: no date
// of a task with such a form could be set.
const { send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.send = function (body) {
  if (typeof body === 'string' && body.includes('"camundaFormRef"')) {
    const task = JSON.parse(body);
    delete task.camundaFormRef;
    return send.call(this, JSON.stringify(task));
  }
  return send.call(this, body);
};
