/** Dialogs of the whole page: open a link as somebody, edit or add a persona, confirm something that cannot be undone. */

import { Component, html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { t } from "./i18n.js";
import { Icon } from "./icons.js";
import { LANGUAGE_NAMES } from "./locales.js";
import { Avatar, fullName, roleName } from "./phone.js";
import { Field } from "./sheets.js";
import { personas, state, update } from "./store.js";

const close = () => update(() => { state.dialog = null; });

class Dialog extends Component {
  constructor(props) {
    super(props);
    this.before = document.activeElement;
  }

  componentDidMount() {
    this.node.showModal();
  }

  componentWillUnmount() {
    setTimeout(() => this.before?.isConnected && document.querySelector("dialog") === null && this.before.focus(), 0);
  }

  render({ title, children }) {
    return html`
      <dialog class="dialog" aria-labelledby="dialog-title" onClose=${close} ref=${(node) => { this.node = node ?? this.node; }}>
        <div class="dialog-head"><h2 id="dialog-title">${title}</h2>
          <button type="button" class="icon-button" aria-label=${t("close")} onClick=${close}><${Icon} name="close" /></button></div>
        ${children}
      </dialog>`;
  }
}

/** The dialog that is open now. */
export function OpenDialog() {
  if (!state.dialog) return null;
  const Kind = KINDS[state.dialog.kind];
  return html`<${Kind} key=${state.dialog.kind} ...${state.dialog} />`;
}

/** Brings a person's phone into view: shown among the columns and chosen among the tabs. */
export function reveal(userId) {
  const persona = personas().find(({ user }) => user.id === userId);
  if (!persona) return;
  update(() => {
    if (persona.key.startsWith("other-")) state.shown.add(userId);
    state.tab = persona.key;
  });
  setTimeout(() => document.querySelector(`[data-user-id="${userId}"]`)?.scrollIntoView({ inline: "nearest", block: "nearest" }), 50);
}

function Chooser({ parameter, from }) {
  const open = async (userId) => {
    close();
    reveal(userId);
    await api.start(userId, parameter);
  };
  return html`
    <${Dialog} title=${t("chooserTitle")}>
      ${parameter && html`<p class="dialog-text">${t("chooserText")} <code class="parameter">${parameter}</code></p>`}
      <ul class="people-list" data-chooser>
        ${personas().filter(({ user }) => !user.deactivated).map(({ key, user }) => html`
          <li><button type="button" class="person" data-open-as=${key} onClick=${() => open(user.id)}>
            <${Avatar} user=${user} />
            <span class="file-text"><span class="file-name">${fullName(user)}</span>
              <span class="file-size">${roleName(user)}${user.id === from ? ` · ${t("chooserSame")}` : ""}</span></span>
          </button></li>`)}
        <li><button type="button" class="person" data-open-as="new"
                    onClick=${() => update(() => { state.dialog = { kind: "persona", then: open }; })}>
          <span class="avatar"><${Icon} name="plus" /></span><span>${t("chooserNew")}</span></button></li>
      </ul>
    </${Dialog}>`;
}

function Choice({ label, name, value, options }) {
  return html`
    <label class="field"><span>${label}</span>
      <select name=${name}>${options.map(([code, title]) => html`<option value=${code} selected=${code === value}>${title}</option>`)}</select>
    </label>`;
}

const LANGUAGE_OPTIONS = [...Object.entries(LANGUAGE_NAMES), ["de", "Deutsch"], ["", "–"]];

function PersonaForm({ user, then }) {
  const submit = async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    const saved = await (user ? api.changeUser(user.id, fields) : api.addUser(fields));
    if (!saved) return;
    close();
    if (!user) update(() => state.users.set(saved.id, saved));
    reveal(saved.id);
    then?.(saved.id);
  };
  const roles = ["student", "parent", "organizer", "other"].map((role) => [role, t(`role_${role}`)]);
  return html`
    <${Dialog} title=${t(user ? "editPersona" : "addPersona")}>
      <form class="form" data-persona-form onSubmit=${submit}>
        <${Field} label=${t("firstName")} name="first_name" required maxlength="64" value=${user?.first_name ?? ""} autofocus />
        <${Field} label=${t("lastName")} name="last_name" maxlength="64" value=${user?.last_name ?? ""} />
        <${Choice} label=${t("role")} name="role" value=${user?.role ?? "other"} options=${roles} />
        <${Choice} label=${t("languageCode")} name="language_code" value=${user?.language_code ?? state.lang} options=${LANGUAGE_OPTIONS} />
        <${Field} label=${t("phoneNumber")} name="phone" type="tel" maxlength="20" value=${user?.phone ?? ""} placeholder="+77010000000" />
        <${Field} label=${t("username")} name="username" maxlength="32" value=${user?.username ?? ""} />
        <div class="dialog-actions">
          <button type="button" class="button quiet" onClick=${close}>${t("cancel")}</button>
          <button type="submit" class="button primary">${t(user ? "save" : "add")}</button>
        </div>
      </form>
    </${Dialog}>`;
}

function Confirm({ title, text, action, run }) {
  const confirm = () => {
    close();
    run();
  };
  return html`
    <${Dialog} title=${title}>
      <p class="dialog-text">${text}</p>
      <div class="dialog-actions">
        <button type="button" class="button quiet" autofocus onClick=${close}>${t("cancel")}</button>
        <button type="button" class="button danger" data-confirm onClick=${confirm}>${action}</button>
      </div>
    </${Dialog}>`;
}

const KINDS = { chooser: Chooser, persona: PersonaForm, confirm: Confirm };
