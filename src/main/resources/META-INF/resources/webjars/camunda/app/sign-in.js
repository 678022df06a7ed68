// Staff sign in on Namad's own page: whenever a web application turns to its login form, go there instead.
function leave() {
  if (location.hash.startsWith('#/login')) {
    location.replace(document.querySelector('base').getAttribute('app-root').replace(/camunda$/, 'staff/sign-in'));
  }
}

// AngularJS changes the address by pushState, of which no event tells.
for (const change of ['pushState', 'replaceState']) {
  const original = history[change];
  history[change] = function (...args) {
    original.apply(this, args);
    leave();
  };
}
addEventListener('hashchange', leave);
leave();
