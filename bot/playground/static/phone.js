/** One persona's phone: header with the menu, the chats, the open chat, its input, and what lies over them. */

import { html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { Composer } from "./composer.js";
import { t } from "./i18n.js";
import { Icon } from "./icons.js";
import { Menu, MenuItem } from "./menu.js";
import { MessageList } from "./message_list.js";
import { AnswerAlert, OpenSheet } from "./sheets.js";
import { chatsOf, openChat, patchPhone, phone, state, update } from "./store.js";

export const fullName = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");
export const roleName = (user) => t(`role_${user.role in ROLES ? user.role : "other"}`);
const ROLES = { student: 1, parent: 1, organizer: 1, other: 1 };

/** The coloured disc with a person's initial. */
export function Avatar({ user }) {
  return html`<span class=${`avatar role-${user.role}`} aria-hidden="true">${[...user.first_name][0] ?? "?"}</span>`;
}

export function Phone({ personaKey, user }) {
  const record = phone(user.id);
  const chat = openChat(user);
  const covered = Boolean(record.alert || record.sheet);
  return html`
    <section class=${`phone role-${user.role} ${state.tab === personaKey ? "current" : ""}`} data-persona=${personaKey}
             data-user-id=${user.id} aria-label=${`${fullName(user)}, ${roleName(user)}`}>
      <div class="phone-body" inert=${covered}>
        <${PhoneHeader} user=${user} personaKey=${personaKey} />
        <${ChatSwitch} user=${user} chat=${chat} />
        ${user.blocked && html`<p class="strip"><${Icon} name="block" />${t("blocked")}</p>`}
        <${MessageList} key=${chat.id} user=${user} chat=${chat} />
        <${Composer} user=${user} chat=${chat} editing=${record.editing} replyTo=${record.replyTo} keyboardHidden=${record.keyboardHidden} />
      </div>
      <div class="toast" role="status" aria-live="polite">${record.toast && html`<span key=${record.toast.id}>${record.toast.text}</span>`}</div>
      ${record.sheet && html`<${OpenSheet} user=${user} chat=${chat} sheet=${record.sheet} />`}
      ${record.alert && html`<${AnswerAlert} user=${user} text=${record.alert} />`}
    </section>`;
}

function PhoneHeader({ user, personaKey }) {
  return html`
    <header class="phone-header" data-menu-frame>
      <${Avatar} user=${user} />
      <div class="phone-title">
        <h2>${fullName(user)}</h2>
        <p><span class="role-name">${roleName(user)}</span>
          <span class="language-code" title=${t("languageCode")}>${(user.language_code || "–").toUpperCase()}</span>
          ${user.phone && html`<span class="phone-number">${user.phone}</span>`}</p>
      </div>
      <${PhoneMenu} user=${user} personaKey=${personaKey} />
    </header>`;
}

function PhoneMenu({ user, personaKey }) {
  const show = (dialog) => update(() => { state.dialog = dialog; });
  const hide = () => update(() => {
    state.shown.delete(user.id);
    state.tab = "student";
  });
  const deactivate = () => show({
    kind: "confirm", title: t("deactivateTitle", { name: fullName(user) }), text: t("deactivateText"),
    action: t("deactivate"), run: () => api.deactivate(user.id),
  });
  return html`
    <${Menu} cls="phone-menu" label=${t("phoneMenu", { name: user.first_name })} icon="dots" room=${0} buttonProps=${{ "data-menu": "" }}>
      ${(close) => html`
        <${MenuItem} close=${close} icon="edit" data-act="edit-persona" onClick=${() => show({ kind: "persona", user })}>${t("editPersona")}</${MenuItem}>
        <${MenuItem} close=${close} icon="link" data-act="open-link"
          onClick=${() => patchPhone(user.id, { sheet: { kind: "link" } })}>${t("deepLink")}</${MenuItem}>
        <${MenuItem} close=${close} icon="block" data-act="block"
          onClick=${() => api.setBlocked(user.id, !user.blocked)}>${t(user.blocked ? "unblock" : "block")}</${MenuItem}>
        <a class="menu-item" href=${api.transcriptUrl(user.id)} download><${Icon} name="download" /><span>${t("transcriptOne")}</span></a>
        ${personaKey.startsWith("other-") && html`<${MenuItem} close=${close} icon="hide" onClick=${hide}>${t("hidePhone")}</${MenuItem}>`}
        ${!user.deactivated && html`
          <${MenuItem} close=${close} icon="trash" danger data-act="deactivate" onClick=${deactivate}>${t("deactivate")}</${MenuItem}>`}`}
    </${Menu}>`;
}

/** The person's chats, when there are groups besides the bot. */
function ChatSwitch({ user, chat }) {
  const chats = chatsOf(user);
  if (chats.length < 2) return null;
  const { unread } = phone(user.id);
  const choose = (id) => patchPhone(user.id, { chatId: id, replyTo: null, editing: null });
  return html`
    <nav class="chat-switch" aria-label=${t("chatsOf", { name: user.first_name })}>
      ${chats.map((each) => html`
        <button type="button" data-chat-id=${each.id} aria-pressed=${String(each.id === chat.id)} onClick=${() => choose(each.id)}>
          <span>${each.type === "private" ? state.bot.first_name : each.title}</span>
          ${unread[each.id] > 0 && html`<span class="count" aria-label=${t("unreadCount", { n: unread[each.id] })}>${unread[each.id]}</span>`}
        </button>`)}
    </nav>`;
}
