// Writing: text, answers, edits, files by picker or drop, forwarded messages, voice notes.

import { get, post, upload } from "./api.js";
import { openMenu, trying } from "./dialogs.js";
import { byId, bytes, iconButton, make } from "./dom.js";
import { openCommands } from "./rooms.js";
import { store } from "./store.js";
import { startRecorder } from "./voice.js";

const text = byId("text");
let context = null; // {kind: "reply" | "edit", message}

export function startComposer() {
  byId("composer").addEventListener("submit", send);
  text.addEventListener("input", fit);
  text.addEventListener("keydown", onKey);
  byId("attach").addEventListener("click", openAttach);
  byId("commands").addEventListener("click", () => openCommands(byId("commands")));
  byId("picker").addEventListener("change", pick);
  byId("context-drop").addEventListener("click", drop);
  store.on("place", drop);
  startDrop();
  startForward();
  startRecorder(byId("record"), (file) => sendFiles([file], { voice: true }));
}

export function reply(message) {
  setContext("reply", message, `Answer to ${message.sender.name}: ${message.text || message.media?.name || ""}`);
}

export function edit(message) {
  setContext("edit", message, `Editing: ${message.text}`);
  text.value = message.text;
  fit();
}

function setContext(kind, message, shown) {
  context = { kind, message };
  byId("context-text").textContent = shown;
  byId("context").hidden = false;
  text.focus();
}

function drop() {
  if (context?.kind === "edit") text.value = "";
  context = null;
  byId("context").hidden = true;
  fit();
}

async function send(event) {
  event.preventDefault();
  const written = text.value.trim();
  if (!written) return;
  const room = `/api/rooms/${store.current}`;
  const order = { ...store.place, ...answered(), text: written };
  const path = context?.kind === "edit" ? `${room}/edit` : `${room}/say`;
  if (context?.kind === "edit") order.message = context.message.id;
  if (await trying(() => post(path, order))) {
    text.value = "";
    drop();
  }
}

const answered = () => (context?.kind === "reply" ? { reply: context.message.id } : {});

function onKey(event) {
  if (event.key === "Escape" && context) drop();
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId("composer").requestSubmit();
}

function fit() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
  const some = text.value.trim() !== "";
  byId("send").hidden = !some;
  byId("record").hidden = some;
}

function openAttach() {
  const choices = [
    ["Files", () => byId("picker").click(), "music, videos, pictures, anything"],
    ["The sample song", sendSample, "12 seconds, made by the demo"],
    [`The MVSEP key of ${store.actor.name}`, writeKey, "to paste when the bot asks for it"],
    ["Forward a message", () => byId("forward").showModal(), "of somebody else"],
  ];
  openMenu(byId("attach"), choices, "Attach");
}

function writeKey() {
  text.value = store.actor.key;
  fit();
  text.focus();
}

function pick(event) {
  sendFiles([...event.target.files]);
  event.target.value = "";
}

async function sendSample() {
  if (await trying(() => post(`/api/rooms/${store.current}/sample`, { ...store.place, ...answered() }))) drop();
}

/** One after the other, as one album where there are several. */
async function sendFiles(files, about = {}) {
  const room = store.current;
  const group = files.length > 1 ? String(Date.now()) : null;
  const place = { ...store.place, ...answered() };
  drop();
  for (const file of files) await sendFile(room, file, { ...place, ...about, group });
}

async function sendFile(room, file, about) {
  const share = make("progress", { max: 1, value: 0, "aria-label": `Sending ${file.name}` });
  const mime = file.type || "application/octet-stream";
  const order = { ...about, name: file.name, mime };
  const { done, stop } = upload(`/api/rooms/${room}/file`, file, order, (part) => (share.value = part));
  const line = make("div", {}, make("span", {}, `${file.name} · ${bytes(file.size)}`), share, iconButton("close", `Stop sending ${file.name}`, stop));
  byId("uploads").append(line);
  await trying(() => done);
  line.remove();
}

function startDrop() {
  const chat = byId("chat");
  const over = (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    chat.classList.add("dropping");
  };
  chat.addEventListener("dragenter", over);
  chat.addEventListener("dragover", over);
  chat.addEventListener("dragleave", (event) => chat.contains(event.relatedTarget) || chat.classList.remove("dropping"));
  chat.addEventListener("drop", (event) => {
    event.preventDefault();
    chat.classList.remove("dropping");
    sendFiles([...event.dataTransfer.files]);
  });
}

async function startForward() {
  const { samples } = await get("/api/samples");
  const choice = byId("forward-sample");
  choice.append(...samples.map((one, at) => make("option", { value: at }, `${one.origin.split(":")[1]} (${one.language})`)));
  const fill = () => {
    const sample = samples[choice.value];
    byId("forward-origin").value = sample.origin.split(":")[1];
    byId("forward-text").value = sample.text;
  };
  choice.addEventListener("change", fill);
  fill();
  const dialog = byId("forward");
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "yes") forward(samples[choice.value].origin.split(":")[0]);
    dialog.returnValue = "";
  });
}

function forward(kind) {
  const order = { origin: `${kind}:${byId("forward-origin").value.trim()}`, text: byId("forward-text").value.trim() };
  return trying(() => post(`/api/rooms/${store.current}/forward`, { ...store.place, ...order }));
}
