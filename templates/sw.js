/* The directory without a network: the list, the agenda, the reader's own list and what was visited.

   The network comes first, so a new build shows at once; what was kept comes when there is no
   network, when it is slower than PATIENCE, or when the server fails. Every build has a version of
   its own: its worker takes over as soon as it has everything, and then the old one's things go,
   and so does what was seen of pages that it brought anew. Of those, KEPT has the one copy. */

const VERSION = {{ version|tojson }};
const ALWAYS = {{ always|tojson }};
const KEPT = `gids-${VERSION}`;
const VISITED = "gids-bezocht";
const MOST = 150;
const PATIENCE = 5000;
const here = (path) => new URL(path, self.registration.scope).href;
const address = ({ url }) => url.split("#")[0];
const isOurs = (url) => url.startsWith(self.registration.scope);
const isAlways = (url) => ALWAYS.some((path) => here(path) === url);

const prepare = async () => {
  const cache = await caches.open(KEPT);
  await cache.addAll(ALWAYS.map((path) => new Request(here(path), { cache: "no-cache" })));
  await self.skipWaiting();
};

const takeOver = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("gids-") && name !== KEPT && name !== VISITED).map((name) => caches.delete(name)));
  const visited = await caches.open(VISITED);
  await Promise.all(ALWAYS.map((path) => visited.delete(here(path))));
  await self.clients.claim();
};

/* What was seen last is kept longest. */
const remember = async (request, answer) => {
  if (isAlways(address(request))) return (await caches.open(KEPT)).put(request, answer);
  const cache = await caches.open(VISITED);
  await cache.delete(request);
  await cache.put(request, answer);
  const [oldest] = (await cache.keys()).slice(0, -MOST);
  return oldest && cache.delete(oldest);
};

/* What a page loaded before there was a worker, or will need: unless it is kept already. */
const keep = async (addresses) => {
  const wanted = addresses.filter((url) => isOurs(url) && !isAlways(url)).map((url) => new Request(url));
  await Promise.all(wanted.map(async (request) => {
    const answer = await fetch(request).catch(() => null);
    if (answer?.ok) await remember(request, answer);
  }));
};

const kept = async (request) => {
  const visited = await caches.open(VISITED);
  return (await visited.match(request)) ?? caches.match(request, { ignoreSearch: true });
};

const fromNetwork = async (event) => {
  const answer = await fetch(event.request);
  if (answer.status >= 500) throw new Error(`the server says ${answer.status}`);
  if (!answer.ok) return answer;
  const [whole, copy] = [answer.clone(), answer.clone()];
  await whole.arrayBuffer(); // a network that breaks off half-way has brought nothing
  event.waitUntil(remember(event.request, copy));
  return answer;
};

const later = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/* When the browser has thrown away even that page. */
const LAST = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Geen internet</title>
<h1>U hebt nu geen internet</h1><p>Bellen kan wel: <a href={{ site.phone.href|tojson }}>{{ site.phone.text }}</a>.</p>`;

const without = async (request) => {
  const found = await kept(request);
  if (found) return found;
  if (request.mode !== "navigate") return Response.error();
  const [asked, page] = [address(request), here("geen-verbinding/")];
  if (asked === page) return new Response(LAST, { headers: { "Content-Type": "text/html" } });
  return Response.redirect(`${page}#${asked.slice(self.registration.scope.length)}`);
};

const respond = async (event) => {
  const network = fromNetwork(event).catch(() => without(event.request));
  const slow = later(PATIENCE).then(() => kept(event.request)).then((found) => found ?? network);
  return Promise.race([network, slow]);
};

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && isOurs(event.request.url) && !event.request.headers.has("range")) event.respondWith(respond(event));
});
self.addEventListener("message", (event) => event.waitUntil(keep(event.data)));
