// One message as people see it: who, what, when, and its buttons.

import { post } from "./api.js";
import { alertBox, openMenu, toast, trying } from "./dialogs.js";
import { avatar, clockTime, icon, iconButton, make } from "./dom.js";
import { mediaView } from "./media.js";
import { store } from "./store.js";
import { formatted } from "./text.js";

/** `hooks`: `reply(message)`, `edit(message)`, `say(text)`, `jump(id)`. */
export function bubble(message, hooks) {
  if (message.service) return make("div", { class: "service", id: idOf(message) }, message.service);
  const own = message.sender.id === store.room.actor;
  const attributes = { id: idOf(message), class: own ? "message own" : "message" };
  const shown = make("article", attributes, body(message, own, hooks));
  if (!own && store.room.group) shown.prepend(avatar(message.sender.name));
  return shown;
}

export const idOf = (message) => `m-${message.room}-${message.id}`;

function body(message, own, hooks) {
  const parts = make("div", { class: "bubble" });
  const who = make("span", { class: own || !store.room.group ? "hidden" : "name" }, message.sender.name, make("span", { class: "hidden" }, ": "));
  parts.append(who);
  if (message.origin) parts.append(make("p", { class: "origin" }, `Forwarded from ${message.origin}`));
  if (message.reply) parts.append(quote(message.reply, hooks));
  if (message.media) parts.append(mediaView(message.media));
  if (message.text) parts.append(words(message, hooks));
  parts.append(foot(message));
  const line = make("div", { class: "line" }, parts, moreButton(message, own, hooks));
  return make("div", { class: "stack" }, line, message.buttons.length ? keyboard(message) : null);
}

function words(message, hooks) {
  const inside = { command: hooks.say, link: (url) => followLink(url) };
  return make("div", { class: "text", dir: "auto" }, formatted(message.text, message.entities, inside));
}

function quote(reply, hooks) {
  const lines = [make("strong", {}, reply.name), make("span", {}, reply.text)];
  return make("button", { type: "button", class: "quote", onclick: () => hooks.jump(reply.id) }, ...lines);
}

function foot(message) {
  const edited = message.edited ? "edited " : "";
  const liked = message.reactions.join(" ");
  return make("p", { class: edited ? "foot edited" : "foot" }, liked ? make("span", { class: "liked" }, liked) : null, `${edited}${clockTime(message.date)}`);
}

function moreButton(message, own, hooks) {
  const button = iconButton("more", `More about the message of ${clockTime(message.date)}`, () => {
    const choices = [["Reply", () => hooks.reply(message)]];
    if (own && message.text && !message.origin) choices.push(["Edit", () => hooks.edit(message)]);
    if (message.text) choices.push(["Copy the text", () => copy(message.text)]);
    choices.push(["Delete", () => remove(message)]);
    openMenu(button, choices, "Message");
  });
  button.classList.add("more");
  button.setAttribute("aria-haspopup", "menu");
  return button;
}

function remove(message) {
  return trying(() => post(`/api/rooms/${message.room}/delete`, { by: store.room.actor, message: message.id }));
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast("Copied.");
}

function keyboard(message) {
  const rows = message.buttons.map((row) => make("div", {}, ...row.map((one) => key(message, one))));
  return make("div", { class: "keyboard", role: "group", "aria-label": "Buttons" }, ...rows);
}

function key(message, button) {
  if (button.url) {
    const follow = (event) => followLink(button.url) && event.preventDefault();
    const attributes = { href: button.url, target: "_blank", rel: "noopener noreferrer", onclick: follow };
    return make("a", attributes, button.label, icon("link"));
  }
  const pressed = () => (button.copy ? copy(button.copy) : press(message, button, element));
  const element = make("button", { type: "button", onclick: pressed, "data-data": button.data }, button.label);
  if (waiting.has(waitKey(message, button))) element.setAttribute("aria-busy", "true");
  return element;
}

const waiting = new Set(); // an edit may draw the button anew while its press is not answered
const waitKey = (message, button) => `${idOf(message)} ${button.data}`;

async function press(message, button, element) {
  const mark = waitKey(message, button);
  if (waiting.has(mark)) return;
  waiting.add(mark);
  element.setAttribute("aria-busy", "true");
  const order = { by: store.room.actor, message: message.id, data: button.data };
  const popup = await trying(() => post(`/api/rooms/${message.room}/press`, order));
  waiting.delete(mark);
  for (const one of document.querySelectorAll(`#${idOf(message)} [aria-busy]`)) {
    if (one.dataset.data === button.data) one.removeAttribute("aria-busy");
  }
  if (popup?.url) followLink(popup.url);
  if (popup?.text) (popup.alert ? alertBox : toast)(popup.text);
}

/** A link to the bot opens the person's own chat with it; true when it was one. */
function followLink(url) {
  if (!url.startsWith(`https://t.me/${store.bot.username}`)) return false;
  trying(async () => {
    const { room } = await post(`/api/rooms/${store.current}/follow`, { by: store.room.actor, link: url });
    store.open(room);
  });
  return true;
}
