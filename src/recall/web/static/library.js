// Search as one types: the list below the form is asked for anew, and "More" goes on below it.
// Without this file the form is sent, and "More" is a link.
"use strict";

(() => {
  const form = document.querySelector("[data-find]");
  const list = document.getElementById("found");
  const PAUSE = 120;
  let waits, asking, last = asked();

  // The fields that say something, as an address has them.
  function asked() {
    const said = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    return new URLSearchParams(said).toString();
  }

  async function part(address, signal) {
    const answer = await fetch(address, { signal, headers: { accept: "text/html" } });
    if (answer.status === 401) location.reload();
    return answer.text();
  }

  async function find() {
    const query = asked();
    if (query === last) return;
    last = query;
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      list.innerHTML = await part(`${form.dataset.find}?${query}`, asking.signal);
      history.replaceState(null, "", query ? `${form.action}?${query}` : form.action);
    } catch (error) {
      if (error.name !== "AbortError") last = null;
    }
  }

  function soon(event) {
    if (event.isComposing) return;
    clearTimeout(waits);
    waits = setTimeout(find, event.type === "change" ? 0 : PAUSE);
  }

  for (const name of ["input", "change", "compositionend"]) form.addEventListener(name, soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    delete form.dataset.sent;
    find();
  });
  list.addEventListener("click", async (event) => {
    const more = event.target.closest("[data-more]");
    if (!more || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const below = document.createElement("div");
    try {
      below.innerHTML = await part(more.dataset.more);
    } catch {
      return;
    }
    more.parentElement.replaceWith(below);
    const first = below.querySelector("a");
    if (first) first.focus();
  });
})();
