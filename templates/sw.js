/* The directory without a network: the list, the agenda, the reader's own list and what was visited.

   The network comes first, so a new build shows at once; what was kept comes when there is no
   network, when it is slower than PATIENCE, or when the server fails. Every build has a version of
   its own: its worker takes over as soon as it has everything, and then the old one's things go. */

const VERSION = {{ version|tojson }};
const ALWAYS = {{ always|tojson }};
const KEPT = `gids-${VERSION}`;
const VISITED = "gids-bezocht";
const MOST = 150;
const PATIENCE = 5000;
const here = (path) => new URL(path, self.registration.scope).href;

const prepare = async () => {
  const cache = await caches.open(KEPT);
  await cache.addAll(ALWAYS.map((path) => new Request(here(path), { cache: "no-cache" })));
  await self.skipWaiting();
};

const takeOver = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("gids-") && name !== KEPT && name !== VISITED).map((name) => caches.delete(name)));
  await self.clients.claim();
};

/* What was seen last is kept longest. */
const remember = async (request, answer) => {
  const cache = await caches.open(VISITED);
  await cache.delete(request);
  await cache.put(request, answer);
  const [oldest] = (await cache.keys()).slice(0, -MOST);
  if (oldest) await cache.delete(oldest);
};

const kept = async (request) => {
  const visited = await caches.open(VISITED);
  return (await visited.match(request)) ?? caches.match(request, { ignoreSearch: true });
};

const fromNetwork = async (event) => {
  const answer = await fetch(event.request);
  if (answer.status >= 500) throw new Error(`the server says ${answer.status}`);
  if (answer.ok) event.waitUntil(remember(event.request, answer.clone()));
  return answer;
};

const later = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

const without = async (request) => {
  const found = await kept(request);
  if (found) return found;
  if (request.mode === "navigate") return Response.redirect(here("geen-verbinding/"));
  return Response.error();
};

const respond = async (event) => {
  const network = fromNetwork(event).catch(() => without(event.request));
  const slow = later(PATIENCE).then(() => kept(event.request)).then((found) => found ?? network);
  return Promise.race([network, slow]);
};

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const ours = event.request.url.startsWith(self.registration.scope);
  if (event.request.method === "GET" && ours && !event.request.headers.has("range")) event.respondWith(respond(event));
});
