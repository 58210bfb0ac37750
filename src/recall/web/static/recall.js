// The keys of the page. Without this file all of it works by links and forms.
"use strict";

(() => {
  // What a key presses has its name in `data-key`; a capital letter is the small one.
  function meant(key) {
    const named = [...document.querySelectorAll("[data-key]")];
    return named.find((one) => one.dataset.key === key)
      || named.find((one) => one.dataset.key === key.toLowerCase());
  }

  function isTyping(target) {
    return target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  }

  function press(found) {
    if (found.matches("textarea, input:not([type=radio])")) {
      const hidden = found.closest("details");
      if (hidden) hidden.open = true;
      found.focus();
    } else {
      found.click();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.key === "Escape") document.activeElement.blur();
    const beside = event.key === "Enter" && event.target.matches("input") && event.target.closest("[data-enter]");
    if (beside) {
      event.preventDefault();
      beside.querySelector("button").click();
      return;
    }
    if (isTyping(event.target)) return;
    const onControl = event.target.matches("a, button, summary, input");
    if (onControl && (event.key === "Enter" || event.key === " ")) return;
    const found = meant(event.key);
    if (!found) return;
    event.preventDefault();
    press(found);
  });

  // A link that opens elsewhere may lead on here, too.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-then]");
    if (link) setTimeout(() => location.assign(link.dataset.then), 0);
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });

  // What was written and not sent is not left without a question.
  function isWritten() {
    const texts = [...document.querySelectorAll("textarea:not([readonly])")];
    return texts.some((one) => "unsent" in one.dataset || one.value !== one.defaultValue);
  }
  addEventListener("beforeunload", (event) => {
    const isSent = [...document.forms].some((form) => form.dataset.sent);
    if (!isSent && isWritten()) event.preventDefault();
  });

  // Today and the session without a connection: see sw.js.
  if ("serviceWorker" in navigator && !document.querySelector("form[data-send]")) {
    const worker = navigator.serviceWorker;
    const listed = document.querySelector("[data-plan]");
    const tell = (plan) => worker.ready.then(({ active }) => active.postMessage({ plan }));
    const plan = listed && listed.dataset.plan.split(" ").filter(Boolean);
    worker.register("/static/sw.js", { scope: "/" }).then(() => tell(plan), () => {});
    worker.addEventListener("message", ({ data }) => {
      if (data === "sent" && !isWritten()) location.reload();
    });

    // What was done without a connection is not on the pages that are kept.
    const unsent = async () => {
      const queue = await caches.open("recall-queue");
      const waits = (await queue.keys()).length;
      document.querySelector(".unsent").hidden = !waits;
      for (const entry of await queue.keys()) {
        const [, id, what] = (await (await queue.match(entry)).json()).pathname.match(/(\d+)\/(\w+)$/);
        const done = what !== "later" && document.getElementById(`visit-${id}`);
        if (done) done.classList.add("is-done", "is-sent-later");
      }
      return waits;
    };
    const send = async () => { if (await unsent()) tell(); };
    // No event is sure: the connection may be there before it can be used, or come and go unseen.
    addEventListener("online", () => [0, 2000].forEach((wait) => setTimeout(send, wait)));
    document.addEventListener("visibilitychange", send);
    setInterval(send, 20000);
    unsent();
  }

  const own = document.querySelector("form[data-send]");
  if (own) own.requestSubmit();
})();
