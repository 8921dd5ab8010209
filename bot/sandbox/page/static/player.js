// A player for one sound: play, a waveform to seek in, the time. One plays at a time.

import { icon, make, minutes } from "./dom.js";

const BARS = 56;
const DECODED_AT_MOST = 40 * 1024 * 1024; // bytes; bigger files play without their waveform
const RATE = 22050;

let playing = null;
const known = new Map(); // url -> waveform, so that an edit does not decode again

export function player(media) {
  const sound = make("audio", { preload: "metadata", src: media.url });
  const toggle = make("button", { type: "button", class: "play" }, icon("play"));
  const canvas = make("canvas", { "aria-hidden": "true" });
  const seek = make("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": "Position" });
  const time = make("span", { class: "time" });
  const root = make("div", { class: "player" }, toggle, make("div", { class: "wave" }, canvas, seek), time, sound);
  const view = { media, sound, toggle, canvas, seek, time, length: media.duration || 0, peaks: null };
  wire(view);
  show(view);
  watcher.observe(root);
  views.set(root, view);
  return root;
}

function wire(view) {
  const { sound, seek, toggle } = view;
  toggle.addEventListener("click", () => (sound.paused ? play(view) : sound.pause()));
  for (const event of ["play", "pause", "ended", "timeupdate", "loadedmetadata"]) {
    sound.addEventListener(event, () => show(view));
  }
  seek.addEventListener("input", () => {
    sound.currentTime = (seek.value / 1000) * lengthOf(view);
  });
}

function play(view) {
  if (playing && playing !== view.sound) playing.pause();
  playing = view.sound;
  view.sound.play().catch(() => (view.time.textContent = "cannot be played here"));
}

function lengthOf(view) {
  return Number.isFinite(view.sound.duration) ? view.sound.duration : view.length;
}

function show(view) {
  const { sound, toggle, seek, time } = view;
  const length = lengthOf(view);
  const share = length ? Math.min(1, sound.currentTime / length) : 0;
  toggle.replaceChildren(icon(sound.paused ? "play" : "pause"));
  const what = view.media.title || view.media.name || "voice note";
  toggle.setAttribute("aria-label", `${sound.paused ? "Play" : "Pause"} ${what}`);
  seek.value = share * 1000;
  seek.setAttribute("aria-valuetext", `${minutes(sound.currentTime)} of ${minutes(length)}`);
  time.textContent = minutes(sound.currentTime || length);
  draw(view, share);
}

function draw({ canvas, peaks }, share) {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!width) return;
  const scale = devicePixelRatio || 1;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const step = width / BARS;
  for (let bar = 0; bar < BARS; bar += 1) {
    const tall = Math.max(3, (peaks ? peaks[bar] : 0.12) * height);
    pen.fillStyle = (bar + 0.5) / BARS <= share ? style.accentColor : style.color;
    pen.beginPath();
    pen.roundRect(bar * step, (height - tall) / 2, Math.max(1.5, step * 0.6), tall, 2);
    pen.fill();
  }
}

const views = new WeakMap();
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((one) => one.isIntersecting)) {
    watcher.unobserve(entry.target);
    loadWave(views.get(entry.target));
  }
});

/** Decode the file and draw how loud it is where. */
async function loadWave(view) {
  show(view);
  const { url, size } = view.media;
  if (size > DECODED_AT_MOST) return;
  if (!known.has(url)) known.set(url, decoded(url));
  const wave = await known.get(url);
  view.canvas.dataset.drawn = wave ? "wave" : "flat";
  if (!wave) return;
  view.peaks = wave.peaks;
  view.length = wave.seconds;
  show(view);
}

async function decoded(url) {
  try {
    const content = await (await fetch(url)).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(content);
    return { peaks: peaksOf(sound.getChannelData(0)), seconds: sound.duration };
  } catch {
    return null; // not a sound this browser can decode: it is shown without a waveform
  }
}

function peaksOf(samples) {
  const step = Math.max(1, Math.floor(samples.length / BARS));
  const peaks = Array.from({ length: BARS }, (_, bar) => {
    let sum = 0;
    for (let at = bar * step; at < (bar + 1) * step; at += 1) sum += (samples[at] ?? 0) ** 2;
    return Math.sqrt(sum / step);
  });
  const loudest = Math.max(...peaks, 1e-4);
  return peaks.map((peak) => peak / loudest);
}

/** The colours may have changed. */
export function redrawAll() {
  for (const root of document.querySelectorAll(".player")) show(views.get(root));
}

addEventListener("resize", redrawAll);
