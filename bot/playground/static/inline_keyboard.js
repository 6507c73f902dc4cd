/** Buttons under a bubble: callbacks, links, copying, and inert ones. */

import { html } from "./vendor/htm-preact.js";
import { isLoopbackHttp, parseDeepLink } from "./deeplinks.js";
import { Link } from "./entities.js";
import { Icon } from "./icons.js";
import { t } from "./i18n.js";
import { copy, pendingKey, pressButton, toast } from "./press.js";
import { phone, state } from "./store.js";

/** The inline keyboard of a message with its spinners and the 15-second warning. */
export function InlineKeyboard({ message, user, chat, context }) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const { pending } = phone(user.id);
  const late = Object.values(pending).some((entry) => entry.late && entry.messageId === message.message_id);
  return html`
    ${rows.length > 0 && html`<div class="inline-keyboard">
      ${rows.map((row) => html`<div class="button-row">
        ${row.map((button) => html`<${InlineButton} button=${button} message=${message} user=${user} chat=${chat} context=${context} />`)}
      </div>`)}
    </div>`}
    ${late && html`<p class="late"><${Icon} name="alert" />${t("notAnswered")}</p>`}`;
}

function InlineButton({ button, message, user, chat, context }) {
  const cls = `inline-button ${button.style ?? ""}`;
  const address = button.url ?? button.web_app?.url ?? button.login_url?.url;
  if (button.disabled) return html`<button type="button" class=${cls} disabled>${button.text}</button>`;
  if (address) return html`<${UrlButton} address=${address} cls=${cls} context=${context} text=${button.text} />`;
  if (button.callback_data !== undefined) {
    return html`<${CallbackButton} button=${button} message=${message} user=${user} chat=${chat} cls=${cls} />`;
  }
  const [icon, act] = button.copy_text
    ? ["copy", () => copy(user.id, button.copy_text.text)]
    : ["alert", () => toast(user.id, t("notModelled"))];
  return html`
    <button type="button" class=${cls} data-copy=${button.copy_text?.text} onClick=${act}>
      <span>${button.text}</span><${Icon} name=${icon} />
    </button>`;
}

function CallbackButton({ button, message, user, chat, cls }) {
  const entry = phone(user.id).pending[pendingKey(message.message_id, button.callback_data)];
  const busy = Boolean(entry) && !entry.late;
  return html`
    <button type="button" class=${cls} data-callback=${button.callback_data} aria-busy=${String(busy)}
            onClick=${() => pressButton(user, chat, message, button.callback_data)}>
      <span>${button.text}</span>
      ${busy && html`<span class="spinner"><span class="visually-hidden">${t("waiting")}</span></span>`}
    </button>`;
}

function UrlButton({ address, cls, context, text }) {
  const own = parseDeepLink(address, state.bot.username);
  return html`
    <${Link} cls=${cls} href=${address} context=${context} data-url=${address} title=${own ? null : t("newTab")}>
      <span>${text}</span>
      ${isLoopbackHttp(address) && html`<span class="badge-http" title=${t("needsHttps")}>http</span>`}
      <${Icon} name=${own ? "link" : "external"} />
    </${Link}>`;
}
