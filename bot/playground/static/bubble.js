/** One message (or one album) as a bubble. It is drawn again only when its message or the state of its buttons changed. */

import { Component, html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { RichText } from "./entities.js";
import { clockTime, t } from "./i18n.js";
import { Icon } from "./icons.js";
import { InlineKeyboard } from "./inline_keyboard.js";
import { Media, Photo, serviceLine, summary } from "./media.js";
import { Menu, MenuItem } from "./menu.js";
import { copy } from "./press.js";
import { patchPhone, phone, state } from "./store.js";

const personName = (person) => [person?.first_name ?? person?.title, person?.last_name].filter(Boolean).join(" ");

function forwardedName({ sender_user, sender_user_name, sender_chat, chat }) {
  return sender_user_name ?? (personName(sender_user ?? sender_chat ?? chat) || "?");
}

/** What decides how a message's buttons look, as one comparable string. */
export function buttonState(userId, message) {
  const entries = Object.entries(phone(userId).pending).filter(([, entry]) => entry.messageId === message.message_id);
  return entries.map(([key, entry]) => `${key}${entry.late}`).join();
}

export class Bubble extends Component {
  shouldComponentUpdate(next) {
    return ["message", "buttons", "lang", "first", "botName", "user", "reply"].some((name) => next[name] !== this.props[name]);
  }

  render({ message, user, chat, first, context, mine, reply }) {
    const service = serviceLine(message);
    if (service) return html`<p class="service" data-message-id=${message.message_id} tabindex="-1">${service}</p>`;
    const text = message.text ?? message.caption;
    const topic = chat.topics?.[message.message_thread_id];
    const wide = message.photo || message.video || message.reply_markup?.inline_keyboard;
    return html`
      <div class=${`message ${mine ? "mine" : "theirs"} ${first ? "first" : ""} ${wide ? "wide" : ""}`}
           data-message-id=${message.message_id} tabindex="-1" onKeyDown=${openActions}>
        <div class="bubble-row">
          <div class=${`bubble ${message.photo ? "with-photo" : ""}`}>
            ${topic && html`<span class="forwarded" data-topic>${`# ${topic}`}</span>`}
            ${first && !mine && html`<span class="sender">${personName(message.from ?? message.sender_chat)}</span>`}
            ${message.forward_origin && html`<span class="forwarded">${t("forwardedFrom", { name: forwardedName(message.forward_origin) })}</span>`}
            ${reply && html`<${Quote} message=${reply} />`}
            <${Media} message=${message} />
            ${text && html`<div class="text" dir="auto"><${RichText} text=${text} context=${context}
              entities=${message.entities ?? message.caption_entities} /></div>`}
            <${Meta} message=${message} />
          </div>
          <${Actions} message=${message} user=${user} chat=${chat} mine=${mine} />
        </div>
        <${InlineKeyboard} message=${message} user=${user} chat=${chat} context=${context} />
      </div>`;
  }
}

/** Photos and files sent together: one bubble, each part with its own message number. */
export class Album extends Component {
  shouldComponentUpdate(next) {
    return next.lang !== this.props.lang || next.messages.length !== this.props.messages.length
      || next.messages.some((message, index) => message !== this.props.messages[index]);
  }

  render({ messages, context, mine, first }) {
    const caption = messages.find((message) => message.caption);
    const photos = messages.every((message) => message.photo);
    return html`
      <div class=${`message wide ${mine ? "mine" : "theirs"} ${first ? "first" : ""}`}>
        <div class="bubble-row"><div class=${`bubble ${photos ? "with-photo" : ""}`}>
          ${first && !mine && html`<span class="sender">${personName(messages[0].from)}</span>`}
          <div class=${photos ? `album of-${Math.min(messages.length, 4)}` : "files"}>
            ${messages.map((message) => html`
              <div data-message-id=${message.message_id} tabindex="-1">
                ${photos ? html`<${Photo} message=${message} />` : html`<${Media} message=${message} />`}
              </div>`)}
          </div>
          ${caption && html`<div class="text" dir="auto"><${RichText} text=${caption.caption}
            entities=${caption.caption_entities} context=${context} /></div>`}
          <${Meta} message=${messages.at(-1)} />
        </div></div>
      </div>`;
  }
}

function Quote({ message }) {
  return html`<span class="reply-quote"><span class="sender">${personName(message.from)}</span><span>${summary(message)}</span></span>`;
}

function Meta({ message }) {
  return html`
    <span class="meta">
      ${(message.bot_reactions ?? []).map((each) => html`<span data-reaction>${each.emoji} </span>`)}
      ${message.edit_date && html`<span class="edited" data-edited>${t("edited")}</span>`}
      <time dateTime=${new Date(message.date * 1000).toISOString()}>${clockTime(message.date)}</time>
    </span>`;
}

function openActions(event) {
  const wanted = event.key === "Enter" || event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
  if (!wanted || event.target !== event.currentTarget) return;
  event.preventDefault();
  event.currentTarget.querySelector(".actions button")?.click();
}

function Actions({ message, user, chat, mine }) {
  const text = message.text ?? message.caption;
  const begin = (patch) => patchPhone(user.id, { replyTo: null, editing: null, ...patch });
  return html`
    <${Menu} cls="actions" label=${t("messageMenu")} icon="more" align=${mine ? "end" : "start"} focusFirst room=${170}
             buttonProps=${{ tabIndex: -1, "data-actions": "" }}>
      ${(close) => html`
        <${MenuItem} close=${close} icon="reply" data-act="reply" onClick=${() => begin({ replyTo: message })}>${t("reply")}</${MenuItem}>
        ${mine && message.text && html`
          <${MenuItem} close=${close} icon="edit" data-act="edit" onClick=${() => begin({ editing: message })}>${t("edit")}</${MenuItem}>`}
        ${text && html`
          <${MenuItem} close=${close} icon="copy" data-act="copy" onClick=${() => copy(user.id, text)}>${t("copyMessage")}</${MenuItem}>`}
        ${mine && html`
          <${MenuItem} close=${close} icon="trash" danger data-act="delete"
            onClick=${() => api.deleteMessage(user.id, { message_id: message.message_id, chat_id: chat.id })}>${t("remove")}</${MenuItem}>`}`}
    </${Menu}>`;
}

/** The message that `message` answers: as the bot API carries it, or found in the chat. */
export function repliedMessage(message, chat) {
  const quoted = message.reply_to_message;
  if (!quoted) return null;
  return chat.messages.find((known) => known.message_id === quoted.message_id) ?? quoted;
}

/** True for a message that this person wrote. */
export const isMine = (message, user) => message.from?.id === user.id && message.from?.id !== state.bot.id;
