/** What a message carries besides text: photos, documents, voice, contact, location, poll and service lines. */

import { html } from "./vendor/htm-preact.js";
import { Icon } from "./icons.js";
import { fileSize, t } from "./i18n.js";
import { state } from "./store.js";

/** The file of a message; of several sizes of a photo the biggest one. */
const fileOf = (message) => [...(message.files ?? [])].sort((left, right) => (right.size ?? 0) - (left.size ?? 0))[0];

/** A photo that opens in full in a new tab. */
export function Photo({ message }) {
  const file = fileOf(message);
  const size = message.photo?.at(-1) ?? {};
  if (!file) return html`<div class="photo missing"><${Icon} name="photo" />${t("photo")}</div>`;
  return html`
    <a class="photo" href=${file.url} target="_blank" rel="noopener" title=${t("openPhoto")}>
      <img src=${file.url} alt=${message.caption || t("photo")} width=${size.width} height=${size.height} loading="lazy" />
    </a>`;
}

function FileRow({ message, kind }) {
  const file = fileOf(message) ?? {};
  const name = message[kind]?.file_name ?? file.name ?? t(kind);
  return html`
    <a class="file" href=${file.url ?? null} download=${name} aria-label=${t("download", { name })}>
      <span class="file-icon"><${Icon} name=${file.url ? "download" : "file"} /></span>
      <span class="file-text"><span class="file-name">${name}</span>
        <span class="file-size">${fileSize(message[kind]?.file_size ?? file.size)}</span></span>
    </a>`;
}

function Playable({ message, kind }) {
  const file = fileOf(message);
  if (!file?.mime?.startsWith(kind === "video" ? "video/" : "audio/")) return html`<${FileRow} message=${message} kind=${kind} />`;
  const tag = kind === "video" ? "video" : "audio";
  return html`<${tag} class="playable" controls preload="metadata" src=${file.url} aria-label=${t(kind)} />`;
}

function Sticker({ message }) {
  const file = fileOf(message);
  if (!file?.mime?.startsWith("image/")) return html`<span class="sticker-emoji">${message.sticker.emoji ?? t("sticker")}</span>`;
  return html`<img class="sticker" src=${file.url} alt=${message.sticker.emoji ?? t("sticker")} />`;
}

function ContactCard({ contact }) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return html`
    <div class="card"><span class="card-icon"><${Icon} name="contact" /></span>
      <span class="file-text"><span class="file-name">${name}</span><span class="file-size">${contact.phone_number}</span></span>
    </div>`;
}

function Place({ location, venue }) {
  const spot = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return html`
    <div class="card"><span class="card-icon"><${Icon} name="pin" /></span>
      <span class="file-text"><span class="file-name">${venue?.title ?? t("location")}</span>
        <span class="file-size">${venue?.address ?? spot}</span></span>
    </div>`;
}

function Poll({ poll }) {
  return html`
    <div class="poll"><strong>${poll.question}</strong><span class="file-size">${t("poll")}</span>
      <ul>${poll.options.map((option) => html`
        <li><span>${option.text}</span><span class="file-size">${t("pollVotes", { n: option.voter_count ?? 0 })}</span></li>`)}
      </ul>
    </div>`;
}

/** The media part of a message, or null when it has only text. */
export function Media({ message }) {
  if (message.photo) return html`<${Photo} message=${message} />`;
  if (message.animation) return html`<${Playable} message=${message} kind="video" />`;
  if (message.document) return html`<${FileRow} message=${message} kind="document" />`;
  if (message.video) return html`<${Playable} message=${message} kind="video" />`;
  if (message.voice || message.audio) return html`<${Playable} message=${message} kind=${message.voice ? "voice" : "audio"} />`;
  if (message.sticker) return html`<${Sticker} message=${message} />`;
  if (message.contact) return html`<${ContactCard} contact=${message.contact} />`;
  if (message.location) return html`<${Place} location=${message.location} venue=${message.venue} />`;
  if (message.poll) return html`<${Poll} poll=${message.poll} />`;
  return null;
}

const nameOf = (person) => state.users.get(person.id)?.first_name ?? person.first_name;

/** One line for a message without text or media (somebody joined, a message was pinned), or null for ordinary messages. */
export function serviceLine(message) {
  if (message.pinned_message) return t("pinned");
  if (message.new_chat_members) return message.new_chat_members.map((person) => t("joined", { name: nameOf(person) })).join(", ");
  if (message.left_chat_member) return t("left", { name: nameOf(message.left_chat_member) });
  if (message.forum_topic_created) return `# ${message.forum_topic_created.name}`;
  const ordinary = ["text", "caption", "photo", "document", "video", "animation", "voice", "audio", "sticker", "contact", "location", "poll"];
  return ordinary.some((kind) => message[kind]) ? null : t("serviceMessage");
}

/** A few words about a message, for a reply quote: its text or the kind of its media. */
export function summary(message) {
  const kind = ["photo", "document", "voice", "sticker", "video", "contact", "location", "poll"].find((name) => message[name]);
  return message.text ?? message.caption ?? (kind ? t(kind) : t("message"));
}
