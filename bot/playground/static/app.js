/** The page: toolbar, the phones (tabs on a narrow screen), the developer drawer, dialogs and notices. */

import { Component, html, render } from "./vendor/htm-preact.js";
import { OpenDialog } from "./dialogs.js";
import { Drawer } from "./drawer.js";
import { firstLanguage, t } from "./i18n.js";
import { Icon } from "./icons.js";
import { follow } from "./live.js";
import { Avatar, Phone } from "./phone.js";
import { state, subscribe, unreadOf, update, visiblePersonas } from "./store.js";
import { Toolbar, setLanguage, setTheme } from "./toolbar.js";

class App extends Component {
  componentDidMount() {
    this.stop = subscribe(() => this.forceUpdate());
  }

  componentWillUnmount() {
    this.stop();
  }

  render() {
    const phones = visiblePersonas();
    return html`
      <${Toolbar} />
      <${Banners} />
      ${phones.length > 1 && html`<${Tabs} phones=${phones} />`}
      <main class=${`phones of-${phones.length}`} aria-label=${t("phones")}>
        ${!state.ready && html`<p class="panel-text">${t("loading")}</p>`}
        ${state.ready && phones.length === 0 && html`<p class="panel-text">${t("noPersonas")}</p>`}
        ${phones.map(({ key, user }) => html`<${Phone} key=${user.id} personaKey=${key} user=${user} />`)}
      </main>
      ${state.drawer && html`<${Drawer} />`}
      <${OpenDialog} />
      <${Notice} />`;
  }
}

/** On a narrow screen one phone is shown at a time; the tabs count what was not seen on the others. */
function Tabs({ phones }) {
  return html`
    <nav class="tabs" aria-label=${t("people")}>
      ${phones.map(({ key, user }) => {
        const unread = unreadOf(user.id);
        return html`
          <button type="button" data-tab=${key} aria-pressed=${String(state.tab === key)} onClick=${() => update(() => { state.tab = key; })}>
            <${Avatar} user=${user} /><span>${user.first_name}</span>
            ${unread > 0 && html`<span class="count" aria-label=${t("unreadCount", { n: unread })}>${unread}</span>`}
          </button>`;
      })}
    </nav>`;
}

function Banners() {
  const drop = (index) => update(() => { state.warnings = state.warnings.filter((_, at) => at !== index); });
  return html`
    ${!state.connected && html`<p class="banner warning" role="alert"><${Icon} name="alert" />${t("reconnecting")}</p>`}
    ${state.warnings.map((text, index) => html`
      <p class="banner warning"><${Icon} name="alert" /><span>${text}</span>
        <button type="button" class="icon-button" aria-label=${t("close")} onClick=${() => drop(index)}><${Icon} name="close" /></button></p>`)}`;
}

const NOTICE_MS = 6000;

/** A sentence at the foot of the page: what went wrong, or what was done. */
function Notice() {
  const { notice } = state;
  const close = () => update(() => { state.notice = null; });
  if (notice && !notice.timed) {
    notice.timed = true;
    setTimeout(() => state.notice === notice && close(), NOTICE_MS);
  }
  return html`
    <div class="notice-place" aria-live="assertive">
      ${notice && html`<p class=${`notice ${notice.kind}`} data-notice=${notice.kind}>
        <${Icon} name=${notice.kind === "done" ? "check" : "alert"} /><span>${notice.text}</span>
        <button type="button" class="icon-button" aria-label=${t("close")} onClick=${close}><${Icon} name="close" /></button></p>`}
    </div>`;
}

/** Alt+1, Alt+2 ...: the input of that phone, or the button that stands in its place. */
function onShortcut(event) {
  if (!event.altKey || !/^Digit[1-9]$/.test(event.code)) return;
  const persona = visiblePersonas()[Number(event.code.slice(5)) - 1];
  if (!persona) return;
  event.preventDefault();
  update(() => { state.tab = persona.key; });
  setTimeout(() => document.querySelector(`[data-user-id="${persona.user.id}"] :is([data-input], .gate-button)`)?.focus(), 0);
}

const preferred = matchMedia("(prefers-color-scheme: dark)");
preferred.addEventListener("change", () => localStorage.getItem("jazyl.theme") ?? setTheme(preferred.matches ? "dark" : "light", false));
setTheme(localStorage.getItem("jazyl.theme") ?? (preferred.matches ? "dark" : "light"), false);
setLanguage(firstLanguage(), false);
document.addEventListener("keydown", onShortcut);
document.addEventListener("visibilitychange", () => update(() => {}));
render(html`<${App} />`, document.getElementById("app"));
follow();
