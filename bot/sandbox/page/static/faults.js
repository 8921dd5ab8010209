// The form that makes calls of the bot go wrong.

import { post } from "./api.js";
import { trying } from "./dialogs.js";
import { make } from "./dom.js";

const KINDS = {
  429: "429, too many requests",
  500: "500, server error",
  502: "502, bad gateway",
  bad_json: "garbled answer",
  reset: "connection cut",
  slow: "slow answer",
  truncated: "half an answer",
};
const CALLS = {
  mvsep: { "": "any call", "separation/create": "creating a job", "separation/get": "asking for a job", "app/user": "asking for the account" },
  telegram: {
    "": "any call",
    sendMessage: "sending a text",
    "sendAudio|sendDocument|sendMediaGroup": "sending stems",
    editMessage: "editing a message",
    answerCallbackQuery: "answering a button",
    getUpdates: "fetching updates",
    "GET /file/": "downloading a file",
  },
};

export function faultForm() {
  const service = select("Service", { mvsep: "MVSEP", telegram: "Telegram" });
  const call = select("Call", CALLS.mvsep);
  const kind = select("What goes wrong", KINDS);
  const times = number("How many times", 1, 1, 1000);
  const seconds = number("Seconds (slow, Retry-After)", 2, 0, 60);
  const after = make("input", { type: "checkbox" });
  service.list.addEventListener("change", () => fill(call.list, CALLS[service.list.value]));
  const order = () => ({
    service: service.list.value,
    match: call.list.value,
    kind: kind.list.value,
    times: Number(times.box.value),
    seconds: Number(seconds.box.value),
    after_effect: after.checked,
  });
  return make(
    "form",
    { class: "fault-form", "aria-label": "Add a fault", onsubmit: (event) => add(event, order()) },
    service.label,
    call.label,
    kind.label,
    times.label,
    seconds.label,
    make("label", { class: "tick" }, "Only the answer is lost; the work is done", after),
    make("p", { class: "ends" }, clearButton(), make("button", { class: "primary" }, "Add fault")),
  );
}

function add(event, order) {
  event.preventDefault();
  return trying(() => post("/api/faults", order));
}

function clearButton() {
  return make("button", { type: "button", class: "plain", onclick: () => trying(() => post("/api/faults/clear", {})) }, "All works again");
}

function select(name, choices) {
  const list = make("select");
  fill(list, choices);
  return { list, label: make("label", { class: "tick" }, name, list) };
}

/** Keys that look like numbers come first in objects, which suits the codes. */
function fill(list, choices) {
  list.replaceChildren(...Object.entries(choices).map(([value, shown]) => make("option", { value }, shown)));
}

function number(name, value, min, max) {
  const box = make("input", { type: "number", value, min, max, required: true });
  return { box, label: make("label", { class: "tick" }, name, box) };
}
