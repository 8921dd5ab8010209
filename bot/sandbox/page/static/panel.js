// The side panel: jobs of the stand-in MVSEP, its switches, the traffic, the faults.

import { post } from "./api.js";
import { trying } from "./dialogs.js";
import { byId, clockTime, make } from "./dom.js";
import { faultForm } from "./faults.js";
import { store } from "./store.js";

const SPEEDS = [1, 5, 20, 60, 200];
const LIMITS = [0, 5, 30, 120];
const PLACES = [1, 3, 10, 50];

const parts = {};
let switchesShown = "";

export function startPanel() {
  for (const name of ["jobs", "switches", "accounts", "traffic", "rules"]) parts[name] = make("div", { class: name });
  parts.trouble = make("section", { class: "trouble" });
  byId("panel-body").append(
    section("Jobs at MVSEP", parts.jobs),
    parts.trouble,
    section("Requests per minute", parts.traffic),
    section("Switches", parts.switches),
    section("Accounts at MVSEP", parts.accounts),
    section("Faults", faultForm(), parts.rules),
  );
  store.on("state", draw);
  store.on("panel", draw);
}

function section(title, ...content) {
  return make("section", {}, make("h3", {}, title), ...content);
}

function draw() {
  const { jobs, traffic, switches, accounts, faults, trouble } = store.panel;
  parts.jobs.replaceChildren(...(jobs.length ? jobs.map(job) : [make("p", { class: "none" }, "No job yet.")]));
  drawTraffic(traffic);
  drawSwitches(switches, accounts);
  parts.rules.replaceChildren(...faults.map(rule));
  parts.trouble.replaceChildren(make("h3", {}, "Went wrong, newest first"), make("ul", {}, ...trouble.toReversed().map(mishap)));
  parts.trouble.hidden = !trouble.length;
  document.documentElement.toggleAttribute("data-trouble", trouble.length > 0);
}

function job(one) {
  const where = one.place ? `place ${one.place}` : one.all ? `part ${one.done} of ${one.all}` : "";
  const charged = one.charged ? `${one.charged} ${one.charged === 1 ? "credit" : "credits"}` : "";
  const made = one.files ? `${one.files} files` : "";
  const about = [one.account, where, charged, made, one.message].filter(Boolean).join(" · ");
  return make(
    "article",
    { class: "job", "data-state": one.state },
    make("strong", {}, `#${one.number} ${one.algorithm}`),
    make("span", { class: "pill" }, one.state),
    make("small", {}, about),
  );
}

function drawTraffic(traffic) {
  const rows = [["Telegram", traffic.telegram], ["MVSEP", traffic.mvsep]].map(([name, one]) => {
    const most = Math.max(4, ...one.bars);
    const bars = one.bars.map((count) => {
      const bar = make("i");
      bar.style.height = `${(count / most) * 100}%`;
      return bar;
    });
    return make("div", {}, make("span", {}, name), make("span", { class: "bars", "aria-hidden": "true" }, ...bars), make("b", {}, String(one.minute)));
  });
  parts.traffic.replaceChildren(...rows);
}

/** Drawn anew only when something changed, so that a switch in use keeps the focus. */
function drawSwitches(now, accounts) {
  const picture = JSON.stringify([now, accounts]);
  if (picture === switchesShown) return;
  switchesShown = picture;
  const focused = document.activeElement?.id;
  parts.switches.replaceChildren(...switchViews(now));
  parts.accounts.replaceChildren(...accounts.map(account));
  if (focused?.startsWith("s-")) byId(focused)?.focus();
}

function switchViews(now) {
  return [
    tick("hold", "Hold the queue", now.hold),
    tick("hold_processing", "Hold the processing", now.hold_processing),
    tick("down", "MVSEP is down (503)", now.down),
    tick("silent", `The bot hears nothing${now.waiting ? ` (${now.waiting} updates wait)` : ""}`, now.silent),
    tick("flood", "Telegram limits how often the bot writes", now.flood),
    tick("privacy", "In groups the bot hears only commands and replies", now.privacy),
    choice("speed", "Speed of MVSEP", SPEEDS, now.speed, (n) => `${n}×`),
    choice("place", "Place in the queue", PLACES, now.place, (n) => `${n}`),
    choice("rate_limit", "Requests MVSEP allows per minute", LIMITS, now.rate_limit ?? 0, (n) => (n ? `${n}` : "any number")),
    act("fail", now.failures ? `Next ${now.failures} jobs will fail` : "Let the next job fail"),
    act("age", "Let three days pass (results expire)"),
  ];
}

const turn = (name, order) => trying(() => post(`/api/switch/${name}`, order));

function tick(name, label, on) {
  const box = make("input", { type: "checkbox", role: "switch", id: `s-${name}`, checked: on });
  box.addEventListener("change", () => turn(name, { on: box.checked }));
  return make("label", { class: "tick" }, label, box);
}

function choice(name, label, numbers, now, shown) {
  const all = numbers.includes(now) ? numbers : [...numbers, now];
  const list = make("select", { id: `s-${name}` }, ...all.map((n) => make("option", { value: n }, shown(n))));
  list.value = now;
  list.addEventListener("change", () => turn(name, { number: Number(list.value) }));
  return make("label", { class: "tick" }, label, list);
}

function act(name, label) {
  return make("button", { type: "button", class: "plain", id: `s-${name}`, onclick: () => turn(name, {}) }, label);
}

function account(one) {
  const change = (about) => trying(() => post("/api/accounts", { person: one.person, ...about }));
  const credits = make("input", { type: "number", min: 0, max: 100000, value: one.credits, id: `s-credits-${one.person}` });
  credits.addEventListener("change", () => change({ credits: Number(credits.value) }));
  const premium = make("input", { type: "checkbox", role: "switch", checked: one.premium, id: `s-premium-${one.person}` });
  premium.addEventListener("change", () => change({ premium: premium.checked }));
  const revoked = make("input", { type: "checkbox", role: "switch", checked: one.revoked, id: `s-revoked-${one.person}` });
  revoked.addEventListener("change", () => change({ revoked: revoked.checked }));
  return make(
    "fieldset",
    {},
    make("legend", {}, one.name),
    make("label", { class: "tick" }, "Credits", credits),
    make("label", { class: "tick" }, "Spends credits (premium)", premium),
    make("label", { class: "tick" }, "Key no longer accepted", revoked),
  );
}

function rule(one) {
  return make("p", { class: "rule" }, `${one.service}: ${one.kind} on ${one.match || "any call"}, ${one.times}× to come`);
}

function mishap(one) {
  const what = make("code", {}, `${clockTime(one.at)} ${one.service} ${one.what}`);
  return make("li", {}, what, make("span", { class: "pill" }, one.why));
}
