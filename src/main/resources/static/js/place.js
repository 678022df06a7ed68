// Leads back to the very place in Tasklist or Cockpit, which only the browser knows.
document.querySelector("main form").action += location.hash;
