/** The developer drawer: the last calls of the Bot API, errors in red, with the JSON of the chosen one. */

import { Component, html } from "./vendor/htm-preact.js";
import { clockTime, t } from "./i18n.js";
import { Icon } from "./icons.js";
import { state, update } from "./store.js";

export class Drawer extends Component {
  constructor(props) {
    super(props);
    this.state = { hidePolling: true, onlyErrors: false, chosen: null };
  }

  calls() {
    const { hidePolling, onlyErrors } = this.state;
    return state.calls.filter((call) => !(hidePolling && call.method.toLowerCase() === "getupdates" && call.ok) && !(onlyErrors && call.ok));
  }

  toggle(name, label) {
    return html`
      <label class="check"><input type="checkbox" checked=${this.state[name]} onChange=${(event) => this.setState({ [name]: event.target.checked })} />
        <span>${label}</span></label>`;
  }

  render() {
    const calls = this.calls();
    const chosen = state.calls.find((call) => call.n === this.state.chosen);
    return html`
      <section class="drawer" aria-label=${t("developerTitle")}>
        <header class="drawer-head">
          <h2>${t("developerTitle")}</h2>
          ${this.toggle("hidePolling", t("hidePolling"))}
          ${this.toggle("onlyErrors", t("onlyErrors"))}
          <button type="button" class="icon-button" aria-label=${t("close")} onClick=${() => update(() => { state.drawer = false; })}>
            <${Icon} name="close" /></button>
        </header>
        <div class="drawer-body">
          <ol class="calls" aria-label=${t("callsList")}>
            ${calls.length === 0 && html`<li class="panel-text">${t("developerEmpty")}</li>`}
            ${[...calls].reverse().map((call) => html`<${CallRow} key=${call.n} call=${call} chosen=${call.n === this.state.chosen}
              choose=${() => this.setState({ chosen: call.n })} />`)}
          </ol>
          <div class="call-json" tabindex="0" role="region" aria-label="JSON">
            ${chosen ? html`<${CallJson} call=${chosen} />` : html`<p class="panel-text">${t("chooseCall")}</p>`}
          </div>
        </div>
      </section>`;
  }
}

function CallRow({ call, chosen, choose }) {
  return html`
    <li><button type="button" class=${`call ${call.ok ? "" : "failed"}`} aria-pressed=${String(chosen)} data-call=${call.method} onClick=${choose}>
      <span class="call-status">${call.status}</span>
      <span class="call-method">${call.method}</span>
      <span class="call-chat">${call.chat_id ?? ""}</span>
      <span class="call-time">${call.at ? clockTime(call.at, true) : ""}</span>
      <span class="call-ms">${Math.round(call.ms ?? 0)} ms</span>
      ${!call.ok && call.description && html`<span class="call-error">${call.description}</span>`}
    </button></li>`;
}

function CallJson({ call }) {
  const part = (title, value) => html`<h3>${title}</h3><pre tabindex="0">${JSON.stringify(value ?? null, null, 2)}</pre>`;
  return html`${part(t("callRequest"), call.request)}${part(t("callResponse"), call.response)}`;
}
