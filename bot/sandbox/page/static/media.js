// What a message carries: sound, pictures, videos, documents.

import { showPicture } from "./dialogs.js";
import { bytes, icon, make } from "./dom.js";
import { player } from "./player.js";

const SOUNDS = new Set(["audio", "voice"]);

export function mediaView(media) {
  if (SOUNDS.has(media.kind)) return sound(media);
  if (media.kind === "photo") return photo(media);
  if (["video", "animation", "video_note"].includes(media.kind)) return video(media);
  return document_(media);
}

function sound(media) {
  const title = media.title || media.name || "";
  const about = [media.performer, bytes(media.size)].filter(Boolean).join(" · ");
  const head = make(
    "div",
    { class: "sound-head" },
    media.cover && make("img", { class: "cover", src: media.cover, alt: "", loading: "lazy" }),
    make("div", {}, make("strong", {}, title || "Voice note"), make("small", {}, about)),
    saveLink(media),
  );
  return make("div", { class: `media sound ${media.kind}` }, head, player(media));
}

function photo(media) {
  const alt = media.name || "Picture";
  const image = make("img", { src: media.url, alt, loading: "lazy" });
  const open = () => showPicture(media.url, alt);
  return make("button", { type: "button", class: "media photo", "aria-label": `Open ${alt}`, onclick: open }, image);
}

function video(media) {
  const label = media.name || "Video";
  return make("video", { class: "media video", src: media.url, controls: true, preload: "metadata", "aria-label": label });
}

function document_(media) {
  const words = make("span", {}, make("strong", {}, media.name || "File"), make("small", {}, bytes(media.size)));
  const attributes = { class: "media document", href: `${media.url}?save`, download: media.name || "file" };
  const shown = make("a", attributes, make("span", { class: "play" }, icon("down")), words);
  if (!media.mime.startsWith("audio/")) return shown;
  return make("div", { class: "media sound" }, shown, player(media));
}

function saveLink(media) {
  const name = media.name || `${media.kind}.${media.mime.split("/")[1].split(";")[0]}`;
  const attributes = { class: "icon", href: `${media.url}?save`, download: name, "aria-label": `Save ${name}` };
  return make("a", attributes, icon("down"));
}
