// What lies on top of the page: short notes, alerts, pictures, small menus.

import { Refused } from "./api.js";
import { byId, make } from "./dom.js";

const NOTE = 4000; // milliseconds

let fading;

export function toast(text) {
  const box = byId("toast");
  box.replaceChildren(make("p", {}, text));
  clearTimeout(fading);
  fading = setTimeout(() => box.replaceChildren(), NOTE);
}

export function alertBox(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

export function showPicture(url, alt) {
  const image = byId("viewer-image");
  image.src = url;
  image.alt = alt;
  byId("viewer").showModal();
}

byId("viewer").addEventListener("click", (event) => {
  if (event.target.tagName !== "BUTTON") byId("viewer").close();
});

/** Do it, and tell the person when it does not work. */
export async function trying(doing) {
  try {
    return await doing();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message);
    return null;
  }
}

/** A small menu at a button; `choices` are [label, what happens, extra text]. */
export function openMenu(anchor, choices, label) {
  const menu = byId("menu");
  menu.setAttribute("aria-label", label);
  menu.replaceChildren(...choices.map((choice) => menuItem(menu, choice)));
  menu.showPopover();
  place(menu, anchor.getBoundingClientRect());
  menu.querySelector("button")?.focus();
  menu.opener = anchor;
}

function menuItem(menu, [label, chosen, extra]) {
  const pick = () => {
    menu.hidePopover();
    chosen();
  };
  const lines = [make("span", {}, label), extra ? make("small", {}, extra) : null];
  return make("button", { type: "button", role: "menuitem", onclick: pick }, ...lines);
}

function place(menu, anchor) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const wanted = anchor.left < innerWidth / 2 ? anchor.left : anchor.right - width;
  const left = Math.min(wanted, innerWidth - width - 8);
  const below = anchor.bottom + 4;
  const top = below + height < innerHeight - 8 ? below : Math.max(8, anchor.top - height - 4);
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${top}px`;
}

byId("menu").addEventListener("keydown", (event) => {
  const items = [...byId("menu").querySelectorAll("button")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length).focus();
});
