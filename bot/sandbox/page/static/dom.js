// Small pieces of page: elements made by hand, never from people's text as HTML.

export const byId = (id) => document.getElementById(id);

/** make("p", {class: "x", onclick: f}, child, "text"…): text children are always plain text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onclick) {
  return make("button", { type: "button", class: "icon", "aria-label": label, onclick }, icon(name));
}

const COLOURS = 6;

export function avatar(name) {
  const letters = [...name.matchAll(/\p{L}+/gu)].map((word) => [...word[0]][0]);
  const text = letters.slice(0, 2).join("").toUpperCase();
  const colour = [...name].reduce((sum, one) => (sum * 31 + one.codePointAt(0)) % 997, 0) % COLOURS;
  return make("span", { class: `avatar c${colour}`, "aria-hidden": "true" }, text);
}

export function clockTime(seconds) {
  const time = new Date(seconds * 1000);
  return time.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

export function day(seconds) {
  const date = new Date(seconds * 1000);
  if (date.toDateString() === new Date().toDateString()) return "Today";
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long" });
}

export function minutes(seconds) {
  if (!Number.isFinite(seconds)) return "0:00";
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function bytes(size) {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(0)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
