// Without a connection: today's plan and the session from what was shown last, and what is done
// there is kept here and sent later. The server refuses what it has already, so nothing counts twice.
"use strict";

const PAGES = "recall-pages";
const QUEUE = "recall-queue";
const OFFLINE = "/offline";
const SHELL = [OFFLINE, "/static/recall.css", "/static/recall.js", "/static/icon.svg"];
const IS_KEPT = /^\/$|^\/session(\/\d+(\/grades)?)?$|^\/offline$|^\/static\//;
const IS_VISIT = /^\/visit\/(\d+)\/(grade|sitting|once|later|off|postpone|suspend)$/;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(PAGES).then((kept) => kept.addAll(SHELL)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== location.origin) return;
  if (event.request.method === "POST" && IS_VISIT.test(pathname)) {
    event.respondWith(sendOrKeep(event.request, pathname));
  } else if (event.request.method === "GET" && IS_KEPT.test(pathname)) {
    event.respondWith(freshOrKept(event.request, pathname));
  } else if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(() => kept(OFFLINE)));
  }
});

// One after another: two pages at once must not send the same.
let going = Promise.resolve();
function inTurn(what) {
  going = going.then(what).catch(() => {});
  return going;
}

addEventListener("message", (event) => event.waitUntil(inTurn(() => goOn(event.data.plan))));

// The browser says so when there is a connection again, also if no page is open; if it was not
// enough, it tries again later.
addEventListener("sync", (event) => event.waitUntil(inTurn(goOn).then(async () => {
  if ((await (await caches.open(QUEUE)).keys()).length) throw new Error("not sent yet");
})));

async function freshOrKept(request, pathname) {
  if (request.mode === "navigate") await inTurn(sendAll); // so that the page shows it
  try {
    const answer = await fetch(request);
    if (answer.status === 401) await forget();
    if (answer.ok) await (await caches.open(PAGES)).put(pathname, answer.clone());
    return answer;
  } catch {
    return kept(pathname);
  }
}

async function kept(pathname) {
  const pages = await caches.open(PAGES);
  if (pathname === "/session") {
    const [first] = await plan();
    return Response.redirect(first ? `/session/${first}` : OFFLINE);
  }
  return (await pages.match(pathname)) || (await pages.match(OFFLINE)) || Response.error();
}

// Each press has a key of its own, so that it counts once if only its answer is lost.
async function sendOrKeep(request, pathname) {
  const fields = new URLSearchParams(await request.text());
  fields.set("key", crypto.randomUUID());
  try {
    return await post(pathname, fields);
  } catch {
    await keep(pathname, fields);
    return Response.redirect("/session", 303);
  }
}

function post(pathname, body, redirect = "manual") {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return fetch(pathname, { method: "POST", body: body.toString(), headers, redirect });
}

// The clock of the server says nothing of a visit without a connection: its planned minutes count.
async function keep(pathname, fields) {
  fields.delete("since");
  fields.set("sure", "1");
  fields.set("given_at", new Date().toISOString());
  const queue = await caches.open(QUEUE);
  const entry = JSON.stringify({ pathname, body: fields.toString() });
  await queue.put(`/queue/${Date.now()}-${crypto.randomUUID()}`, new Response(entry));
  if (registration.sync) await registration.sync.register("send").catch(() => {});
  const [, id, what] = pathname.match(IS_VISIT);
  const others = (await plan()).filter((one) => one !== id);
  await setPlan(what === "later" ? [...others, id] : others);
}

// With a connection again: send what waits, and keep what today has.
async function goOn(ids) {
  if (await sendAll()) {
    const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
    open.forEach((page) => page.postMessage("sent"));
    return;
  }
  if (!ids) return;
  await setPlan(ids);
  const pages = await caches.open(PAGES);
  const paths = ids.flatMap((id) => [`/session/${id}`, `/session/${id}/grades`]);
  for (const path of [OFFLINE, "/", ...paths]) {
    const answer = await fetch(path).catch(() => null);
    if (answer?.ok) await pages.put(path, answer);
  }
}

async function sendAll() {
  const queue = await caches.open(QUEUE);
  const entries = (await queue.keys()).sort((one, other) => (one.url < other.url ? -1 : 1));
  for (const entry of entries) {
    const { pathname, body } = await (await queue.match(entry)).json();
    const answer = await post(pathname, body, "follow").catch(() => null);
    if (!answer || [401, 429].includes(answer.status) || answer.status >= 500) return false;
    await queue.delete(entry); // done, or refused for good: it was done elsewhere meanwhile
  }
  return entries.length > 0;
}

async function plan() {
  const found = await (await caches.open(PAGES)).match("/plan");
  return found ? found.json() : [];
}

async function setPlan(ids) {
  await (await caches.open(PAGES)).put("/plan", new Response(JSON.stringify(ids)));
}

// A browser that was signed out keeps nothing but what it did and could not send.
async function forget() {
  await caches.delete(PAGES);
}
