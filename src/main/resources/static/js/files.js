// Says at once that a file is too large, before anybody waits for it to be sent; the server looks again.
(() => {
  "use strict";
  document.addEventListener("change", event => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file" || !input.dataset.most) return;
    const id = `${input.id}-too-large`;
    document.getElementById(id)?.remove();
    const large = [...input.files].find(file => file.size > Number(input.dataset.most));
    if (!large) return;
    const note = document.createElement("p");
    note.id = id;
    note.className = "error";
    note.setAttribute("role", "alert");
    const name = document.createElement("bdi");
    name.textContent = large.name;
    note.append(name, `: ${input.dataset.tooLarge}`);
    input.after(note);
    input.value = "";
    // Nothing is chosen any more: what keeps files as they are chosen has nothing to do.
    event.stopImmediatePropagation();
  }, true);
})();
