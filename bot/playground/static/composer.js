/** The foot of a phone: reply keyboard, commands, attachments and the input; or the button that a person must press first. */

import { Component, html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { AttachMenu } from "./attach.js";
import { isMine } from "./bubble.js";
import { t } from "./i18n.js";
import { Icon } from "./icons.js";
import { summary } from "./media.js";
import { Menu, MenuItem } from "./menu.js";
import { patchPhone, phone, state } from "./store.js";

/** Start, unblock or a note in place of the input; null when the person can write. */
function Gate({ user, chat }) {
  if (user.deactivated) return html`<p class="gate note">${t("deactivated")}</p>`;
  if (chat.type !== "private") return null;
  if (user.blocked) {
    return html`
      <div class="gate"><button type="button" class="gate-button" data-unblock onClick=${() => api.setBlocked(user.id, false)}>
        ${t("unblock")}</button></div>`;
  }
  return html`
    <div class="gate">
      <button type="button" class="gate-button" data-start onClick=${() => api.start(user.id)}>${t("start")}</button>
      <button type="button" class="link-button" data-open-link
              onClick=${() => patchPhone(user.id, { sheet: { kind: "link" } })}>${t("haveLink")}</button>
    </div>`;
}

const BORDERS_PX = 2;

/** True when the person must start, unblock or be restored before writing. */
const gated = (user, chat) => user.deactivated || (chat.type === "private" && (user.blocked || !user.started));

export class Composer extends Component {
  componentDidUpdate(previous) {
    const { editing, replyTo } = this.props;
    if (!this.input) return;
    if (editing !== previous.editing) {
      this.input.value = editing?.text ?? "";
      this.grow();
    }
    if ((editing && editing !== previous.editing) || (replyTo && replyTo !== previous.replyTo)) this.input.focus();
  }

  clear() {
    this.input.value = "";
    this.grow();
  }

  grow = () => {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight + BORDERS_PX, 140)}px`;
  };

  takeText = () => {
    const text = this.input.value.trim();
    this.clear();
    return text;
  };

  submit = async (event) => {
    event?.preventDefault();
    const { user, chat, editing, replyTo } = this.props;
    const text = this.takeText();
    if (!text) return;
    this.stopMarking();
    const sent = editing
      ? await api.editText(user.id, { message_id: editing.message_id, text, chat_id: chat.id })
      : await api.sendText(user.id, { text, chat_id: chat.id, ...(replyTo ? { reply_to: replyTo.message_id } : {}) });
    if (!sent && this.input && !this.input.value) this.input.value = text;
  };

  stopMarking = () => patchPhone(this.props.user.id, { editing: null, replyTo: null });

  onKeyDown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    if (event.key === "Escape") this.stopMarking();
    if (event.key === "ArrowUp" && this.input.value === "") this.editLast(event);
  };

  editLast(event) {
    const { user, chat } = this.props;
    const last = chat.messages.filter((message) => isMine(message, user) && message.text).at(-1);
    if (!last) return;
    event.preventDefault();
    patchPhone(user.id, { editing: last, replyTo: null });
  }

  render({ user, chat, editing, replyTo, keyboardHidden }) {
    if (gated(user, chat)) return html`<${Gate} user=${user} chat=${chat} />`;
    const keyboard = chat.reply_keyboard?.keyboard;
    const hidden = Boolean(keyboardHidden[chat.id]);
    return html`
      ${keyboard && !hidden && html`<${ReplyKeyboard} user=${user} chat=${chat} markup=${chat.reply_keyboard} />`}
      <form class="composer" onSubmit=${this.submit}>
        <${Marked} editing=${editing} replyTo=${replyTo} stop=${this.stopMarking} />
        <div class="composer-row">
          <${AttachMenu} user=${user} chat=${chat} takeCaption=${this.takeText} />
          <${Commands} user=${user} chat=${chat} />
          <textarea rows="1" data-input aria-label=${t("messageTo", { name: user.first_name })}
                    placeholder=${chat.reply_keyboard?.input_field_placeholder ?? t("message")}
                    ref=${(node) => { this.input = node; }} onInput=${this.grow} onKeyDown=${this.onKeyDown} />
          ${keyboard && html`<${KeyboardToggle} user=${user} chat=${chat} hidden=${hidden} />`}
          <button type="submit" class="send" data-send aria-label=${t("send")} title=${t("send")}><${Icon} name="send" /></button>
        </div>
      </form>`;
  }
}

function hideKeyboard(user, chat, hidden) {
  patchPhone(user.id, { keyboardHidden: { ...phone(user.id).keyboardHidden, [chat.id]: hidden } });
}

function KeyboardToggle({ user, chat, hidden }) {
  const label = t(hidden ? "showKeyboard" : "hideKeyboard");
  const toggle = () => hideKeyboard(user, chat, !hidden);
  return html`
    <button type="button" class="icon-button" data-keyboard-toggle aria-pressed=${String(!hidden)} aria-label=${label}
            title=${label} onClick=${toggle}><${Icon} name="keyboard" /></button>`;
}

/** The strip that says which message is being answered or changed. */
function Marked({ editing, replyTo, stop }) {
  const message = editing ?? replyTo;
  if (!message) return null;
  const title = editing ? t("editing") : t("replyingTo", { name: message.from?.first_name ?? "" });
  return html`
    <div class="marked"><${Icon} name=${editing ? "edit" : "reply"} />
      <span class="marked-text"><strong>${title}</strong><span>${summary(message)}</span></span>
      <button type="button" class="icon-button" aria-label=${t("cancel")} onClick=${stop}><${Icon} name="close" /></button>
    </div>`;
}

/** The bot's commands in the person's Telegram language; the default list when there is none. */
function Commands({ user, chat }) {
  const lists = state.bot.commands ?? {};
  const commands = lists[user.language_code] ?? lists.default ?? [];
  if (commands.length === 0) return null;
  return html`
    <${Menu} cls="commands" label=${t("commands")} icon="slash" align="start" room=${1000} buttonProps=${{ "data-commands": "" }}>
      ${(close) => commands.map(({ command, description }) => html`
        <button type="button" class="menu-item command-item" data-command=${command} onClick=${() => {
          close(true);
          api.sendText(user.id, { text: `/${command}`, chat_id: chat.id });
        }}><strong>/${command}</strong><span>${description}</span></button>`)}
    </${Menu}>`;
}

function ReplyKeyboard({ user, chat, markup }) {
  const press = (button) => {
    const title = typeof button === "string" ? button : button.text;
    if (markup.one_time_keyboard) hideKeyboard(user, chat, true);
    if (button.request_contact) patchPhone(user.id, { sheet: { kind: "contact" } });
    else if (button.request_location) patchPhone(user.id, { sheet: { kind: "location" } });
    else api.sendText(user.id, { text: title, chat_id: chat.id });
  };
  return html`
    <div class="reply-keyboard" role="group" aria-label=${t("replyKeyboard", { name: user.first_name })}>
      ${markup.keyboard.map((row) => html`<div class="button-row">
        ${row.map((button) => html`
          <button type="button" class=${`reply-button ${button.style ?? ""}`} data-reply onClick=${() => press(button)}>
            ${button.request_contact && html`<${Icon} name="contact" />`}
            ${button.request_location && html`<${Icon} name="pin" />`}
            <span>${typeof button === "string" ? button : button.text}</span>
          </button>`)}
      </div>`)}
    </div>`;
}
