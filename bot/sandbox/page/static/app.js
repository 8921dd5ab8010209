// The page begins here: the parts are put together, then the events start to come.

import { edit, reply, startComposer } from "./composer.js";
import { byId } from "./dom.js";
import { startLog } from "./log.js";
import { startPanel } from "./panel.js";
import { redrawAll } from "./player.js";
import { say, startRooms } from "./rooms.js";
import { store } from "./store.js";

const root = document.documentElement;
const WIDE = matchMedia("(min-width: 1180px)");

/** On a phone one of "list", "chat", "panel" is seen; on a desktop the panel comes and goes. */
function show(view) {
  root.dataset.view = view;
  if (view === "chat" && store.room) store.room.unread = 0;
}

function togglePanel(from) {
  const open = root.dataset.panel !== "open";
  root.dataset.panel = open ? "open" : "closed";
  for (const id of ["panel-from-list", "panel-from-chat"]) byId(id).setAttribute("aria-expanded", String(open));
  if (open) byId("panel-close").focus();
  else byId(from ?? "panel-from-chat").focus();
}

let opener = "panel-from-chat";
for (const id of ["panel-from-list", "panel-from-chat"]) {
  byId(id).addEventListener("click", () => {
    opener = id;
    togglePanel(id);
  });
}
byId("panel-close").addEventListener("click", () => togglePanel(opener));
byId("panel").addEventListener("keydown", (event) => event.key === "Escape" && togglePanel(opener));

const dark = matchMedia("(prefers-color-scheme: dark)");
const kept = localStorage.getItem("theme");
if (kept) root.dataset.theme = kept;
byId("theme").addEventListener("click", () => {
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  root.dataset.theme = isDark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
  redrawAll();
});
dark.addEventListener("change", redrawAll);

root.dataset.panel = WIDE.matches ? "open" : "closed";
startRooms(show);
startLog({ reply, edit, say });
startComposer();
startPanel();
store.start();
