// Formatted text: entities (Bot API, MessageEntity) become elements, everything else stays text.

import { make } from "./dom.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const SAFE = /^(https?:\/\/|tg:\/\/)/i;

/** The text as nodes. `hooks`: `command(text)` and `link(url)` for what can be pressed in it. */
export function formatted(text, entities, hooks) {
  const root = document.createDocumentFragment();
  fill(root, text, 0, text.length, nested(entities), hooks);
  return root;
}

/** Entities as a forest: each holds those that lie inside it. */
function nested(entities) {
  const top = [];
  const open = [];
  for (const entity of entities) {
    const node = { ...entity, end: entity.offset + entity.length, inside: [] };
    while (open.length && open.at(-1).end <= node.offset) open.pop();
    if (open.length) node.end = Math.min(node.end, open.at(-1).end);
    (open.at(-1)?.inside ?? top).push(node);
    open.push(node);
  }
  return top;
}

function fill(parent, text, start, end, nodes, hooks) {
  let place = start;
  for (const node of nodes) {
    parent.append(text.slice(place, node.offset));
    const element = elementOf(node, text.slice(node.offset, node.end), hooks);
    fill(element, text, node.offset, node.end, node.inside, hooks);
    parent.append(element);
    place = node.end;
  }
  parent.append(text.slice(place, end));
}

function elementOf(entity, text, hooks) {
  if (TAGS[entity.type]) return make(TAGS[entity.type]);
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "url" || entity.type === "text_link") return link(entity.url ?? text, hooks);
  if (entity.type === "bot_command") {
    return make("button", { type: "button", class: "word", onclick: () => hooks.command(text) });
  }
  return make("span");
}

function link(address, hooks) {
  const url = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (!SAFE.test(url)) return make("span");
  const follow = (event) => hooks.link(url) && event.preventDefault();
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: follow });
}

function spoiler() {
  const element = make("button", { type: "button", class: "spoiler" });
  element.addEventListener("click", () => element.classList.add("open"));
  return element;
}
