// Keeps the time left on a page true. The page says it in words by itself; without this script they just grow old.
(() => {
  "use strict";
  const opened = Date.now();

  const unit = (language, name, amount) =>
    new Intl.NumberFormat(language, {style: "unit", unit: name, unitDisplay: "long"}).format(amount);

  /** Days and hours from two days on, otherwise hours and minutes: as the page itself says it. */
  const words = (language, milliseconds) => {
    const minutes = Math.max(0, Math.round(milliseconds / 60000));
    const days = Math.floor(minutes / 1440);
    const parts = days >= 2
      ? [["day", days], ["hour", Math.floor(minutes % 1440 / 60)]]
      : [["hour", Math.floor(minutes / 60)], ["minute", minutes % 60]];
    const told = parts.filter(part => part[1] > 0);
    return new Intl.ListFormat(language, {style: "long", type: "unit"})
      .format((told.length ? told : [["minute", 0]]).map(part => unit(language, part[0], part[1])));
  };

  const tick = () => document.querySelectorAll(".left[data-until]").forEach(left => {
    // The platform's clock counts, not the reader's.
    const now = Number(left.dataset.now) + Date.now() - opened;
    left.querySelector("b").textContent = words(document.documentElement.lang, Number(left.dataset.until) - now);
  });

  tick();
  setInterval(tick, 20000);
  // In the background it hardly ticks, asleep not at all: who comes back must not read an old time first.
  document.addEventListener("visibilitychange", tick);
})();
