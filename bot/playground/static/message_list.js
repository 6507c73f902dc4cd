/**
 * The scrolling log of one chat. It stays at the newest message while the reader is there; otherwise new messages are
 * counted, and a line marks where they begin.
 */

import { Component, html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { Album, Bubble, buttonState, isMine, repliedMessage } from "./bubble.js";
import { dayKey, longDate, t, weekday } from "./i18n.js";
import { Icon } from "./icons.js";
import { emulatorNow, markRead, phone, state } from "./store.js";

const PAGE = 150;
const NEAR_BOTTOM_PX = 40;

/** Messages in display order: albums joined, each entry knowing whether it opens a run of one sender or a new day. */
function entriesOf(messages) {
  const entries = [];
  for (const message of messages) {
    const last = entries.at(-1);
    const album = message.media_group_id;
    if (album && last?.album === album) {
      last.messages.push(message);
      continue;
    }
    const newDay = !last || dayKey(last.messages[0].date) !== dayKey(message.date);
    const first = newDay || last.messages[0].from?.id !== message.from?.id;
    entries.push({ album, messages: [message], newDay, first });
  }
  return entries;
}

export class MessageList extends Component {
  constructor(props) {
    super(props);
    this.state = { shown: PAGE, atBottom: true };
    this.stuck = true;
    this.lastId = null;
  }

  componentDidMount() {
    this.observer = new ResizeObserver(() => this.settle());
    this.observer.observe(this.content);
    this.observer.observe(this.log);
    this.settle();
  }

  componentWillUnmount() {
    this.observer.disconnect();
  }

  componentDidUpdate() {
    const newest = this.props.chat.messages.at(-1);
    if (newest && newest.message_id !== this.lastId && isMine(newest, this.props.user)) this.stuck = true;
    this.lastId = newest?.message_id ?? null;
    this.settle();
  }

  visible() {
    return this.log.offsetParent !== null && document.visibilityState === "visible";
  }

  /** Keeps the newest message in view and marks the chat as read, when the reader is at its end. */
  settle() {
    if (!this.stuck || this.log.offsetParent === null) return;
    this.log.scrollTop = this.log.scrollHeight;
    if (this.visible()) markRead(this.props.user.id, this.props.chat.id);
  }

  onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    this.stuck = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
    if (this.stuck !== this.state.atBottom) this.setState({ atBottom: this.stuck });
    if (this.stuck && this.visible()) markRead(this.props.user.id, this.props.chat.id);
  };

  toBottom = () => {
    this.stuck = true;
    this.settle();
    this.log.focus({ preventScroll: true });
  };

  onKeyDown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.closest(".panel, textarea")) return;
    event.preventDefault();
    const bubbles = [...this.log.querySelectorAll("[data-message-id]")];
    const at = bubbles.indexOf(document.activeElement.closest("[data-message-id]"));
    const next = at === -1 ? bubbles.length - 1 : at + step;
    bubbles[Math.max(0, Math.min(next, bubbles.length - 1))]?.focus();
  };

  render({ chat, user }, { shown, atBottom }) {
    const entries = entriesOf(chat.messages.slice(-shown));
    const context = { user, sendCommand: (text) => api.sendText(user.id, { text, chat_id: chat.id }) };
    const unread = phone(user.id).unread[chat.id] ?? 0;
    const firstUnread = atBottom ? null : phone(user.id).firstUnread[chat.id];
    return html`
      <div class="log-frame" data-menu-frame>
        <div class="log" role="log" aria-live="polite" tabindex="0" aria-label=${t("chatLog", { name: user.first_name })}
             onScroll=${this.onScroll} onKeyDown=${this.onKeyDown} ref=${(node) => { this.log = node; }}>
          <div class="log-content" ref=${(node) => { this.content = node; }}>
            ${chat.messages.length > shown && html`
              <button type="button" class="earlier" onClick=${() => this.setState({ shown: shown + PAGE })}>${t("earlier")}</button>`}
            ${chat.messages.length === 0 && html`<${EmptyChat} language=${user.language_code} />`}
            ${entries.map((entry) => this.renderEntry(entry, context, firstUnread))}
            <${Typing} chat=${chat} />
          </div>
        </div>
        ${!atBottom && html`
          <button type="button" class="to-bottom" onClick=${this.toBottom}
                  aria-label=${unread ? t("toBottomNew", { n: unread }) : t("toBottom")}>
            <${Icon} name="down" />${unread > 0 && html`<span class="count">${unread}</span>`}
          </button>`}
      </div>`;
  }

  renderEntry({ album, messages, newDay, first }, context, firstUnread) {
    const { chat, user } = this.props;
    const message = messages[0];
    const shared = { lang: state.lang, first, context, user, chat, mine: isMine(message, user), botName: state.bot.username };
    const divider = messages.some(({ message_id }) => message_id === firstUnread);
    const key = message.message_id;
    return html`
      ${newDay && html`<p class="day" key=${`day${key}`}><span>${weekday(message.date)}, ${longDate(message.date, false)}</span></p>`}
      ${divider && html`<p class="unread-line" key="unread"><span>${t("newMessages")}</span></p>`}
      ${album
        ? html`<${Album} key=${key} messages=${messages} ...${shared} />`
        : html`<${Bubble} key=${key} message=${message} buttons=${buttonState(user.id, message)}
                          reply=${repliedMessage(message, chat)} ...${shared} />`}`;
  }
}

function EmptyChat({ language }) {
  const description = state.bot.descriptions?.[language] || state.bot.description;
  return html`
    <div class="empty-chat"><strong>${t("emptyChatTitle")}</strong><p>${description || t("emptyChat")}</p></div>`;
}

const ACTIONS = {
  upload_photo: "sendingFile", upload_document: "sendingFile", upload_video: "sendingFile",
  upload_voice: "sendingFile", choose_sticker: "choosing",
};

/** Three dots while the bot's chat action lasts. */
class Typing extends Component {
  componentDidUpdate() {
    this.schedule();
  }

  componentDidMount() {
    this.schedule();
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  /** Milliseconds the action still lasts by the emulator's clock. */
  left() {
    const { action } = this.props.chat;
    return action ? Math.min((action.until - emulatorNow()) * 1000, 5000) : 0;
  }

  schedule() {
    clearTimeout(this.timer);
    const left = this.left();
    if (left > 0) this.timer = setTimeout(() => this.forceUpdate(), left + 50);
  }

  render({ chat }) {
    if (this.left() <= 0) return null;
    return html`
      <p class="typing"><span class="dots" aria-hidden="true"><i /><i /><i /></span>
        <span>${state.bot.first_name} ${t(ACTIONS[chat.action.text] ?? "typing")}</span></p>`;
  }
}
