/** The attach menu: photos, documents, a drawn sample photo, a place and contacts. */

import { html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { t } from "./i18n.js";
import { Menu, MenuItem } from "./menu.js";
import { patchPhone } from "./store.js";

const SIZE = { width: 960, height: 640 };

/** Opens the browser's file chooser; resolves with the chosen files, never when it is cancelled. */
function chooseFiles(accept) {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", accept, multiple: true });
    input.addEventListener("change", () => resolve([...input.files]));
    input.click();
  });
}

/** A drawn landscape as a JPEG file, so that a photo can be tried without having one; each one differs a little. */
export function samplePhoto(name) {
  const canvas = Object.assign(document.createElement("canvas"), SIZE);
  paintSteppe(canvas.getContext("2d"), Math.random());
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(new File([blob], name, { type: "image/jpeg" })), "image/jpeg", 0.88);
  });
}

function paintSteppe(pen, chance) {
  const { width, height } = SIZE;
  const hue = 195 + chance * 25;
  const sky = pen.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, `hsl(${hue} 65% 62%)`);
  sky.addColorStop(0.75, `hsl(${hue - 150} 80% 88%)`);
  paint(pen, sky, () => pen.rect(0, 0, width, height));
  paint(pen, "hsl(42 95% 66%)", () => pen.arc(width * (0.25 + chance * 0.5), height * 0.34, 62, 0, 7));
  paintRidge(pen, { level: 0.62, swing: 110, phase: chance * 6, fill: `hsl(${hue + 15} 32% 55%)` });
  paintRidge(pen, { level: 0.74, swing: 60, phase: chance * 9 + 2, fill: "hsl(165 32% 42%)" });
  paintRidge(pen, { level: 0.86, swing: 28, phase: chance * 4 + 1, fill: "hsl(150 38% 30%)" });
  paintYurt(pen, width * (0.3 + (1 - chance) * 0.4), height * 0.86);
}

function paint(pen, fill, outline) {
  pen.fillStyle = fill;
  pen.beginPath();
  outline();
  pen.fill();
}

function paintRidge(pen, { level, swing, phase, fill }) {
  const { width, height } = SIZE;
  paint(pen, fill, () => {
    pen.moveTo(0, height);
    for (let x = 0; x <= width; x += 8) {
      const wave = Math.sin(x / 110 + phase) + 0.5 * Math.sin(x / 47 + phase * 2);
      pen.lineTo(x, height * level - (wave * swing) / 1.5);
    }
    pen.lineTo(width, height);
  });
}

function paintYurt(pen, x, y) {
  paint(pen, "#fbf6ea", () => pen.rect(x - 70, y - 40, 140, 62));
  paint(pen, "#f1e3c2", () => pen.ellipse(x, y - 38, 82, 52, 0, Math.PI, 0));
  paint(pen, "#b4552d", () => pen.rect(x - 16, y - 24, 32, 46));
  paint(pen, "#c98a2b", () => pen.rect(x - 70, y - 44, 140, 9));
}

/** The attach button; `takeCaption()` gives the text of the input and clears it. */
export function AttachMenu({ user, chat, takeCaption }) {
  const send = (files, kind) => files.length && api.upload(user.id, files, kind, { caption: takeCaption(), chat_id: chat.id });
  const photos = async () => {
    const files = await chooseFiles("image/*");
    send(files, files.length > 1 ? "album" : "photo");
  };
  const documents = async () => {
    for (const file of await chooseFiles("")) await send([file], "document");
  };
  const sheet = (kind) => () => patchPhone(user.id, { sheet: { kind } });
  return html`
    <${Menu} cls="attach" label=${t("attach")} icon="attach" align="start" room=${1000} buttonProps=${{ "data-attach": "" }}>
      ${(close) => html`
        <${MenuItem} close=${close} icon="photo" onClick=${photos} data-attach-kind="photo">${t("attachPhoto")}</${MenuItem}>
        <${MenuItem} close=${close} icon="file" onClick=${documents} data-attach-kind="document">${t("attachDocument")}</${MenuItem}>
        <${MenuItem} close=${close} icon="photo" data-attach-kind="sample"
          onClick=${async () => send([await samplePhoto("sample.jpg")], "photo")}>${t("samplePhoto")}</${MenuItem}>
        <${MenuItem} close=${close} icon="pin" onClick=${sheet("location")} data-attach-kind="location">${t("location")}</${MenuItem}>
        <${MenuItem} close=${close} icon="contact" onClick=${sheet("contact")} data-attach-kind="contact">${t("contact")}</${MenuItem}>
        <p class="menu-hint">${t("captionHint")}</p>`}
    </${Menu}>`;
}
