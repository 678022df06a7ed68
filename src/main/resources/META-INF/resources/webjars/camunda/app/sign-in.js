// Staff sign in on Namad's own page. Whenever a web application turns to its login form, ask for the application anew,
// since the platform then leads to the sign-in, says why, and leads back to this place. Whoever is signed in all the same
// may not use the application, and could ask for ever: such a person goes to the sign-in at once.
const root = document.querySelector('base').getAttribute('app-root');
const replaceState = history.replaceState.bind(history);
let place = location.hash;
let leaving = false;

async function leave() {
  if (!location.hash.startsWith('#/login')) {
    place = location.hash;
  } else if (!leaving) {
    leaving = true;
    const signedIn = await fetch(`${root}/api/admin/auth/user/default`);
    if (signedIn.status === 401) {
      replaceState(null, '', place.startsWith('#/login') ? '#/' : place);
      location.reload();
    } else {
      location.replace(root.replace(/camunda$/, 'staff/sign-in'));
    }
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
