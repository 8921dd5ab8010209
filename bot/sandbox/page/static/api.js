// Talks to the page's server: JSON posts with the token of this run, uploads, the event stream.

const token = document.querySelector("meta[name=page-token]").content;
const HEADERS = { "X-Page-Token": token };
const KINDS = ["state", "message", "delete", "action", "people", "panel"];
const AGAIN = 1500; // milliseconds

export class Refused extends Error {}

export async function post(path, body = {}) {
  const headers = { ...HEADERS, "Content-Type": "application/json" };
  const answer = await reached(fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
  if (!answer.ok) throw new Refused(await answer.text());
  return answer.json();
}

export async function get(path) {
  const answer = await reached(fetch(path));
  if (!answer.ok) throw new Refused(await answer.text());
  return answer.json();
}

async function reached(request) {
  try {
    return await request;
  } catch {
    throw new Refused("The demo has ended. Start it again in the terminal.");
  }
}

/** Send a file as the body; `about` goes into the query; `progress` gets a share from 0 to 1. */
export function upload(path, file, about, progress) {
  const known = Object.entries(about).filter(([, value]) => value !== null && value !== undefined);
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.onload = () =>
      request.status === 200
        ? resolve(JSON.parse(request.responseText))
        : reject(new Refused(request.responseText));
    request.onerror = () => reject(new Refused("The file could not be sent."));
    request.onabort = () => resolve(null);
  });
  request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
  request.open("POST", `${path}?${new URLSearchParams(known)}`);
  request.setRequestHeader("X-Page-Token", token);
  request.send(file);
  return { done, stop: () => request.abort() };
}

/** Call `heard(kind, data)` for every event; `online(bool)` when the stream comes and goes. */
export function listen(heard, online) {
  const source = new EventSource("/events");
  source.onopen = () => online(true);
  source.onerror = () => {
    online(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(heard, online), AGAIN);
  };
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data)));
  }
}
