// What htmx may do on Namad's pages, and what a form says when it could not be kept. Without scripts, buttons do the same.
(() => {
  "use strict";
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    includeIndicatorStyles: false,
    selfRequestsOnly: true,
    // What people type is kept by the platform, never by the browser they may share.
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    responseHandling: [
      {code: "204", swap: false},
      {code: "[23]..", swap: true},
      {code: "422", swap: true},
      {code: "...", swap: false, error: true}
    ]
  });

  const tell = text => document.querySelectorAll("[data-failed]").forEach(line => {
    line.textContent = line.dataset[text];
    line.classList.add("late");
  });
  const failed = () => tell("failed");
  document.addEventListener("htmx:responseError", event => {
    // A page that only asks for news has nothing to lose: it goes to the sign-in and comes back.
    if (event.detail.xhr.status === 401 && event.detail.requestConfig.verb === "get") location.reload();
    else if (event.detail.xhr.status === 413) tell("tooLarge");
    else failed();
  });
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.target.dataset.failed) event.detail.target.classList.remove("late");
  });
})();
