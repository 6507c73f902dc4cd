/** Questions that slide up inside one phone: share a contact, send a place, open a link; and the alert a bot answers with. */

import { Component, html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { parseTyped } from "./deeplinks.js";
import { t } from "./i18n.js";
import { patchPhone, state } from "./store.js";

const ALMATY = { latitude: 43.238949, longitude: 76.889709 };

/** A panel over one phone: takes the focus, gives it back, closes on Escape. The rest of the phone is inert meanwhile. */
class Sheet extends Component {
  constructor(props) {
    super(props);
    this.before = document.activeElement;
  }

  componentDidMount() {
    this.focusables()[0]?.focus();
  }

  componentWillUnmount() {
    const back = this.before?.isConnected ? this.before : null;
    setTimeout(() => back?.focus(), 0);
  }

  focusables() {
    const all = [...this.root.querySelectorAll("input, button")];
    return [...all.filter((node) => node.hasAttribute("data-first")), ...all];
  }

  onKeyDown = (event) => {
    if (event.key === "Escape") this.props.close();
    if (event.key === "Tab") this.keepInside(event);
  };

  keepInside(event) {
    const all = [...this.root.querySelectorAll("input, button:not([disabled])")];
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0]).focus();
  }

  render({ title, role = "dialog", children, id }) {
    return html`
      <div class="sheet-shade">
        <div class="sheet" role=${role} aria-modal="true" aria-labelledby=${id} onKeyDown=${this.onKeyDown}
             ref=${(node) => { this.root = node; }}>
          <h3 id=${id}>${title}</h3>
          ${children}
        </div>
      </div>`;
  }
}

/** The bot's answer to a button as an alert; one button closes it. */
export function AnswerAlert({ user, text }) {
  const close = () => patchPhone(user.id, { alert: null });
  return html`
    <${Sheet} role="alertdialog" title=${state.bot.first_name} close=${close} id=${`alert-${user.id}`}>
      <p class="sheet-text">${text}</p>
      <div class="sheet-actions"><button type="button" class="button primary" data-alert-ok onClick=${close}>${t("ok")}</button></div>
    </${Sheet}>`;
}

/** The sheet that a phone has open now, by its kind. */
export function OpenSheet({ user, chat, sheet }) {
  const close = () => patchPhone(user.id, { sheet: null });
  const Kind = KINDS[sheet.kind];
  return html`<${Kind} key=${sheet.kind} user=${user} chat=${chat} close=${close} id=${`sheet-${user.id}`} />`;
}

function ContactSheet({ user, chat, close, id }) {
  const share = async () => {
    close();
    await api.shareContact(user.id, { own: true, chat_id: chat.id });
  };
  const text = user.phone ? t("shareAs", { phone: user.phone }) : t("shareNoPhone");
  return html`
    <${Sheet} title=${t("shareTitle")} close=${close} id=${id}>
      <p class="sheet-text">${text}</p>
      <div class="sheet-actions stacked">
        ${user.phone && html`<button type="button" class="button primary" data-share-own onClick=${share}>${t("shareOwn", { phone: user.phone })}</button>`}
        <button type="button" class="button" data-share-other
                onClick=${() => patchPhone(user.id, { sheet: { kind: "otherContact" } })}>${t("shareOther")}</button>
        <button type="button" class="button quiet" onClick=${close}>${t("cancel")}</button>
      </div>
    </${Sheet}>`;
}

/** A sheet that is a form; `read` turns its fields into the API call, or returns a sentence about what is wrong. */
class FormSheet extends Component {
  submit = async (event) => {
    event.preventDefault();
    const problem = await this.props.send(new FormData(event.target));
    if (problem) this.setState({ problem });
    else this.props.close();
  };

  render({ title, close, id, children, action }, { problem }) {
    return html`
      <${Sheet} title=${title} close=${close} id=${id}>
        <form onSubmit=${this.submit}>
          ${children}
          ${problem && html`<p class="problem" role="alert">${problem}</p>`}
          <div class="sheet-actions">
            <button type="button" class="button quiet" onClick=${close}>${t("cancel")}</button>
            <button type="submit" class="button primary" data-sheet-send>${action}</button>
          </div>
        </form>
      </${Sheet}>`;
  }
}

/** A labelled text field. */
export function Field({ label, name, ...rest }) {
  return html`<label class="field"><span>${label}</span><input name=${name} autocomplete="off" ...${rest} /></label>`;
}

function OtherContactSheet({ user, chat, close, id }) {
  const send = async (form) => {
    const body = { own: false, phone: form.get("phone"), first_name: form.get("first_name"), chat_id: chat.id };
    await api.shareContact(user.id, body);
  };
  return html`
    <${FormSheet} title=${t("otherTitle")} close=${close} id=${id} send=${send} action=${t("send")}>
      <${Field} label=${t("firstName")} name="first_name" required maxlength="64" data-first />
      <${Field} label=${t("phoneNumber")} name="phone" type="tel" required maxlength="20" placeholder="+77010000000" />
    </${FormSheet}>`;
}

function LocationSheet({ user, chat, close, id }) {
  const send = async (form) => {
    const [latitude, longitude] = [Number(form.get("latitude")), Number(form.get("longitude"))];
    await api.shareLocation(user.id, { latitude, longitude, chat_id: chat.id });
  };
  return html`
    <${FormSheet} title=${t("locationTitle")} close=${close} id=${id} send=${send} action=${t("send")}>
      <${Field} label=${t("latitude")} name="latitude" type="number" step="any" min="-90" max="90" value=${ALMATY.latitude} required />
      <${Field} label=${t("longitude")} name="longitude" type="number" step="any" min="-180" max="180" value=${ALMATY.longitude} required />
    </${FormSheet}>`;
}

function LinkSheet({ user, close, id }) {
  const send = async (form) => {
    const link = parseTyped(form.get("link"), state.bot.username);
    if (!link) return t("deepLinkBad");
    await api.start(user.id, link.parameter);
    return null;
  };
  return html`
    <${FormSheet} title=${t("deepLink")} close=${close} id=${id} send=${send} action=${t("open")}>
      <${Field} label=${t("deepLinkLabel")} name="link" required data-deep-link placeholder=${`https://t.me/${state.bot.username}?start=…`} />
    </${FormSheet}>`;
}

const KINDS = { contact: ContactSheet, otherContact: OtherContactSheet, location: LocationSheet, link: LinkSheet };
