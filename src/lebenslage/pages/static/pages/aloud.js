// Reads the content of a page aloud, and prints it. Without this file, or without a voice of the page's language, both buttons stay hidden.
"use strict";

const controls = document.getElementById("vorlesen");
const begin = document.getElementById("vorlesen-los");
const stop = document.getElementById("vorlesen-stopp");
const print = document.getElementById("drucken");
const voice = window.speechSynthesis;

const spoken = (controls?.dataset.lang ?? "de").toLowerCase();
const words = { start: begin?.textContent, pause: begin?.dataset.pause, on: begin?.dataset.on };

function ours() {
  return voice.getVoices().find((one) => one.lang.toLowerCase().replace("_", "-").split("-")[0] === spoken);
}

function offer() {
  controls.hidden = !ours();
}

function silent() {
  voice.cancel();
  begin.textContent = words.start;
  stop.hidden = true;
}

// One line of the page after the other: long texts are cut off by some browsers.
function read() {
  const lines = document.getElementById("inhalt").innerText.split("\n").map((line) => line.trim()).filter(Boolean);
  lines.forEach((line, number) => {
    const said = new SpeechSynthesisUtterance(line);
    said.lang = spoken;
    said.voice = ours();
    if (number === lines.length - 1) said.onend = silent;
    voice.speak(said);
  });
  begin.textContent = words.pause;
  stop.hidden = false;
}

function press() {
  if (!voice.speaking && !voice.pending) read();
  else if (voice.paused) {
    voice.resume();
    begin.textContent = words.pause;
  } else {
    voice.pause();
    begin.textContent = words.on;
  }
}

if (controls && voice) {
  offer();
  voice.addEventListener?.("voiceschanged", offer);
  begin.addEventListener("click", press);
  stop.addEventListener("click", () => {
    silent();
    begin.focus();
  });
  window.addEventListener("pagehide", () => voice.cancel());
}
if (print) {
  print.hidden = false;
  print.firstElementChild.addEventListener("click", () => window.print());
}
