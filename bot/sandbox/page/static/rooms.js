// The chat list, the header of the open chat, and who we are in it.

import { get, post } from "./api.js";
import { copy } from "./bubble.js";
import { openMenu, trying } from "./dialogs.js";
import { avatar, byId, clockTime, iconButton, make } from "./dom.js";
import { store } from "./store.js";

const ACTIONS = {
  typing: "is typing…",
  upload_document: "is sending a file…",
  upload_voice: "is sending a sound…",
  upload_photo: "is sending a picture…",
  upload_video: "is sending a video…",
};

export function startRooms(show) {
  for (const kind of ["state", "place", "message", "delete", "people", "status"]) store.on(kind, drawList);
  for (const kind of ["state", "place", "people"]) store.on(kind, drawHeader);
  for (const kind of ["state", "place", "message", "status", "delete"]) store.on(kind, drawStatus);
  store.on("place", () => show("chat"));
  byId("back").addEventListener("click", () => show("list"));
  byId("actor").addEventListener("change", (event) => store.be(Number(event.target.value)));
  byId("language").addEventListener("change", (event) => speak(event.target.value));
  byId("chat-more").addEventListener("click", openMore);
  byId("begin").addEventListener("click", () => say("/start"));
}

export function say(text) {
  return trying(() => post(`/api/rooms/${store.current}/say`, { ...store.place, text }));
}

function speak(language) {
  return trying(() => post("/api/language", { person: store.room.actor, language }));
}

function openMore() {
  const clear = () => trying(() => post(`/api/rooms/${store.current}/clear`, { by: store.room.actor }));
  openMenu(byId("chat-more"), [["Delete the chat", clear, "for everybody in it"]], "Chat");
}

function drawList() {
  const list = byId("room-list");
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.room : null;
  list.replaceChildren(...[...store.rooms.values()].map(roomItem));
  if (focused) list.querySelector(`[data-room=${focused}]`).focus();
  drawKeys();
}

function roomItem(room) {
  const last = [...room.messages.values()].at(-1);
  const lines = make(
    "span",
    { class: "lines" },
    make("span", { class: "top" }, make("strong", {}, room.title), make("time", {}, last ? clockTime(last.date) : "")),
    make("span", { class: "bottom" }, make("span", {}, excerpt(room, last)), badge(room)),
  );
  const attributes = {
    type: "button",
    "data-room": room.name,
    "aria-current": room.name === store.current ? "true" : null,
    onclick: () => store.open(room.name),
  };
  return make("li", {}, make("button", attributes, avatar(face(room)), lines));
}

/** Whose picture a chat shows: in private ones the person's as whom we speak. */
function face(room) {
  return room.group ? room.title : store.people.get(room.members[0]).name;
}

function excerpt(room, last) {
  if (room.action) return `${store.bot.name} ${ACTIONS[room.action.action] ?? "is busy…"}`;
  if (!last) return room.topics.length ? "Topics" : "No messages yet";
  const shown = last.text || last.service || last.media?.name || last.media?.kind || "";
  return `${room.group && !last.service ? `${last.sender.name}: ` : ""}${shown.split("\n")[0]}`;
}

function badge(room) {
  if (!room.unread) return null;
  return make("span", { class: "badge", "aria-label": `${room.unread} unread` }, String(room.unread));
}

function drawKeys() {
  const items = [...store.people.values()].map((person) => {
    const button = iconButton("copy", `Copy the key of ${person.name}`, () => copy(person.key));
    return make("li", {}, make("strong", {}, person.name), make("code", {}, person.key), button);
  });
  byId("keys").replaceChildren(...items);
}

function drawHeader() {
  const { room } = store;
  byId("chat-title").textContent = room.title;
  byId("chat-avatar").replaceWith(Object.assign(avatar(face(room)), { id: "chat-avatar" }));
  const people = room.members.map((id) => store.people.get(id));
  byId("actor").replaceChildren(...people.map((one) => make("option", { value: one.id }, `as ${one.name}`)));
  byId("actor").value = room.actor;
  byId("actor-field").hidden = people.length < 2;
  const languages = Object.entries(store.languages);
  byId("language").replaceChildren(...languages.map(([code, name]) => make("option", { value: code }, `${code.toUpperCase()} ${name}`)));
  byId("language").value = store.actor.language;
  drawTopics(room);
}

function drawTopics(room) {
  const tabs = room.topics.map((topic) => {
    const chosen = String(topic.id === room.topic);
    return make("button", { type: "button", "aria-pressed": chosen, onclick: () => store.enterTopic(topic.id) }, topic.title);
  });
  byId("topics").replaceChildren(...tabs);
  byId("topics").hidden = !tabs.length;
}

function drawStatus() {
  const { room } = store;
  const busy = room.action && `${store.bot.name} ${ACTIONS[room.action.action] ?? "is busy…"}`;
  const names = room.members.map((id) => store.people.get(id).name);
  const quiet = room.group ? `${names.join(", ")} and ${store.bot.name}` : "bot";
  byId("chat-status").textContent = store.online ? busy || quiet : "connecting…";
  byId("chat-status").classList.toggle("busy", Boolean(busy && store.online));
  byId("begin").hidden = room.group || room.messages.size > 0;
}

export async function openCommands(anchor) {
  const place = new URLSearchParams({ by: store.room.actor });
  const answer = await trying(() => get(`/api/rooms/${store.current}/commands?${place}`));
  const suffix = store.room.group ? `@${store.bot.username}` : "";
  const choices = (answer?.commands ?? []).map((one) => [`/${one.command}`, () => say(`/${one.command}${suffix}`), one.description]);
  openMenu(anchor, choices.length ? choices : [["The bot has no commands yet", () => {}]], "Commands");
}
