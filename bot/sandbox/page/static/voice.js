// A voice note: press to begin, press again to send, Escape to throw it away.

import { toast } from "./dialogs.js";

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
const LONGEST = 10 * 60 * 1000; // milliseconds

let recorder = null;

export function startRecorder(button, send) {
  button.addEventListener("click", () => (recorder ? recorder.stop() : begin(button, send)));
  button.addEventListener("keydown", (event) => event.key === "Escape" && discard());
}

async function begin(button, send) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    toast("This page may not use a microphone here.");
    return;
  }
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  const pieces = [];
  recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  recorder.ondataavailable = (event) => pieces.push(event.data);
  recorder.onstop = () => finish(button, stream, pieces, send);
  recorder.start();
  setTimeout(stopIf, LONGEST, recorder);
  shown(button, true);
}

function finish(button, stream, pieces, send) {
  const { mimeType, discarded } = recorder;
  for (const track of stream.getTracks()) track.stop();
  recorder = null;
  shown(button, false);
  if (discarded) return;
  const type = mimeType.split(";")[0];
  send(new File(pieces, `voice.${type.split("/")[1]}`, { type }));
}

function discard() {
  if (!recorder) return;
  recorder.discarded = true;
  recorder.stop();
}

function stopIf(one) {
  if (recorder === one) recorder.stop();
}

function shown(button, on) {
  button.setAttribute("aria-pressed", String(on));
  button.setAttribute("aria-label", on ? "Send the voice note" : "Record a voice note");
}
