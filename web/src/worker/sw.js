// The shell of the program on this device. The build fills in the version and the files.
// What /api and /ws answer is never its business: a page in place of data would be believed.
const version = "%VERSION%";
const files = ["%FILES%"];
const prefix = "shell-";
const name = prefix + version;
const patience = 2500;

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || isData(url.pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith("/assets/") || files.includes(url.pathname)) event.respondWith(file(request));
});

function isData(path) {
  return /^\/(api|ws|livez|readyz)(\/|$)/.test(path);
}

async function fill() {
  const cache = await caches.open(name);
  await cache.addAll(
    files.map((path) => new Request(path, { cache: path.startsWith("/assets/") ? "default" : "reload" })),
  );
}

async function dropOld() {
  const old = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name);
  await Promise.all(old.map((one) => caches.delete(one)));
}

/** The server's page, so that a new version is taken at the next load; this device's where none answers in time. */
async function page(request) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    if (answer.status !== 502 && answer.status !== 504) return answer;
  } catch {
    // Nobody answered: the shell on this device opens.
  } finally {
    clearTimeout(timer);
  }
  return (await shell()) ?? Response.error();
}

async function shell() {
  return (await caches.open(name)).match("/");
}

/** A file of the build: its name tells its content, so the first one found is the right one. */
async function file(request) {
  const cache = await caches.open(name);
  const found = await cache.match(request, { ignoreVary: true });
  if (found) return found;
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.type === "basic") await cache.put(request, answer.clone());
    return answer;
  } catch {
    return Response.error();
  }
}
