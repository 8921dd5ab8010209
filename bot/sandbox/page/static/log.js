// The conversation: messages in order, days between them, albums together, edits in place.

import { bubble, idOf } from "./bubble.js";
import { byId, day, make } from "./dom.js";
import { store } from "./store.js";

const NEAR = 120; // pixels from the end within which new messages are scrolled to

const log = byId("log");
let hooks;

export function startLog(given) {
  hooks = { ...given, jump };
  for (const kind of ["state", "place"]) store.on(kind, drawAll);
  store.on("message", ({ message, fresh }) => isShown(message) && (fresh ? add(message) : redraw(message)));
  store.on("delete", ({ room, id }) => remove(`m-${room}-${id}`));
  log.addEventListener("scroll", showLatest, { passive: true });
  byId("latest").addEventListener("click", toEnd);
}

function isShown(message) {
  const { topics, topic } = store.room;
  return message.room === store.current && (!topics.length || message.topic === topic);
}

function drawAll() {
  log.replaceChildren();
  for (const message of store.shown()) append(message);
  if (!log.children.length) showEmpty();
  toEnd();
}

function showEmpty() {
  const inGroup = "Send a song, then reply /separate to it. Bots in groups hear only commands and replies.";
  const alone = "Press Start. Then link the key from the chat list and send a song.";
  log.append(make("p", { class: "empty" }, store.room.group ? inGroup : alone));
}

function add(message) {
  const follow = nearEnd() || message.sender.id === store.room.actor;
  log.querySelector(".empty")?.remove();
  append(message);
  if (follow) toEnd();
  else showLatest();
}

function append(message) {
  const last = log.lastElementChild;
  if (log.dataset.day !== day(message.date) || !last) {
    log.dataset.day = day(message.date);
    log.append(make("div", { class: "day" }, log.dataset.day));
  }
  const shown = bubble(message, hooks);
  if (message.group) albumFor(message).append(shown);
  else log.append(shown);
}

function albumFor(message) {
  const begun = log.querySelector(`[data-group="${CSS.escape(message.group)}"]`);
  if (begun) return begun;
  const pictures = message.media?.kind === "photo" ? "album pictures" : "album";
  const own = message.sender.id === store.room.actor ? " own" : "";
  const album = make("div", { class: pictures + own, "data-group": message.group });
  log.append(album);
  return album;
}

function redraw(message) {
  const old = byId(idOf(message));
  if (!old) return add(message);
  const stay = nearEnd();
  const focused = focusPath(old);
  old.replaceWith(bubble(message, hooks));
  if (focused) byId(idOf(message)).querySelectorAll("button, a")[focused.at]?.focus({ preventScroll: true });
  if (stay) toEnd();
}

/** Which button of the message has the focus, so that an edit does not take it away. */
function focusPath(element) {
  if (!element.contains(document.activeElement)) return null;
  return { at: [...element.querySelectorAll("button, a")].indexOf(document.activeElement) };
}

function remove(id) {
  const old = byId(id);
  const album = old?.closest(".album");
  old?.remove();
  if (album && !album.children.length) album.remove();
  if (!log.querySelector("article, .service")) drawAll();
}

function jump(id) {
  const target = byId(`m-${store.current}-${id}`);
  target?.scrollIntoView({ block: "center", behavior: "smooth" });
  target?.classList.add("flash");
  setTimeout(() => target?.classList.remove("flash"), 1200);
}

const nearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;

function toEnd() {
  log.scrollTop = log.scrollHeight;
  showLatest();
}

function showLatest() {
  byId("latest").hidden = nearEnd();
}
