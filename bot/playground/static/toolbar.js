/** The head of the page: name, clock, faults, scenarios, people, transcript, reset, developer drawer, language and theme. */

import { Component, html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { clockTime, longDate, t, weekday } from "./i18n.js";
import { Icon } from "./icons.js";
import { refreshCalls } from "./live.js";
import { LANGUAGES, LANGUAGE_NAMES } from "./locales.js";
import { Menu } from "./menu.js";
import { FaultsPanel, HelpPanel, PeoplePanel, ScenariosPanel, TimePanel, TranscriptPanel } from "./panels.js";
import { emulatorNow, notify, personas, state, unreadOf, update } from "./store.js";

export function Toolbar() {
  return html`
    <header class="toolbar">
      <div class="brand">
        <img src="/play/static/icon.svg" alt="" width="34" height="34" />
        <div><h1>Jazyl playground</h1><p>${t("tagline")}</p></div>
      </div>
      <div class="tools" role="group" aria-label=${t("toolbar")}>
        <${ClockTool} />
        <${Tool} icon="bolt" label=${t("faultsTitle")} text=${t("faults")} panel=${FaultsPanel} name="faults" badge=${state.realistic} />
        <${Tool} icon="scenes" label=${t("scenarios")} text=${t("scenarios")} panel=${ScenariosPanel} name="scenarios" />
        <${PeopleTool} />
        <${Tool} icon="download" label=${t("transcriptOne")} text=${t("transcript")} panel=${TranscriptPanel} name="transcript" />
        <button type="button" class="tool" data-tool="reset" title=${t("reset")} aria-label=${t("reset")} onClick=${askReset}>
          <${Icon} name="reset" /><span class="tool-text">${t("reset")}</span></button>
        <${DrawerTool} />
        <${Tool} icon="help" label=${t("help")} panel=${HelpPanel} name="help" />
        <${LanguageTool} />
        <${ThemeTool} />
      </div>
    </header>`;
}

function Tool({ icon, label, text, panel: Panel, name, badge }) {
  return html`
    <${Menu} cls=${`tool-menu ${text ? "" : "icon-only"}`} icon=${icon} label=${label} text=${text} room=${0} buttonProps=${{ "data-tool": name }}
             badge=${badge && html`<span class="dot" />`}>
      ${(close) => html`<${Panel} close=${close} />`}
    </${Menu}>`;
}

/** The emulator's date and time, ticking; opens time travel. */
class ClockTool extends Component {
  componentDidMount() {
    this.timer = setInterval(() => this.forceUpdate(), 1000);
  }

  componentWillUnmount() {
    clearInterval(this.timer);
  }

  render() {
    const now = emulatorNow();
    const text = html`
      <span class="clock-date">${weekday(now, true)}, ${longDate(now)}</span>
      <time class="clock-time" data-clock=${Math.floor(now)}>${clockTime(now, true)}</time>`;
    const shifted = Math.abs(state.clock.offset) >= 1;
    return html`
      <${Menu} cls=${`tool-menu clock ${shifted ? "shifted" : ""}`} icon="clock" label=${t("timeTitle")} text=${text} room=${0} buttonProps=${{ "data-tool": "time" }}>
        ${(close) => html`<${TimePanel} close=${close} />`}
      </${Menu}>`;
  }
}

function PeopleTool() {
  const hidden = personas().filter(({ key, user }) => key.startsWith("other-") && !state.shown.has(user.id));
  const unread = hidden.reduce((sum, { user }) => sum + unreadOf(user.id), 0);
  const badge = unread > 0 && html`<span class="count" aria-label=${t("unreadCount", { n: unread })}>${unread}</span>`;
  return html`
    <${Menu} cls="tool-menu" icon="people" label=${t("people")} text=${t("people")} room=${0} badge=${badge} buttonProps=${{ "data-tool": "people" }}>
      ${(close) => html`<${PeoplePanel} close=${close} />`}
    </${Menu}>`;
}

function askReset() {
  const run = async () => {
    if (await api.reset()) notify(t("resetDone"), "done");
  };
  update(() => {
    state.dialog = { kind: "confirm", title: t("resetTitle"), text: t("resetText"), action: t("resetConfirm"), run };
  });
}

function DrawerTool() {
  const toggle = () => {
    update(() => { state.drawer = !state.drawer; });
    if (state.drawer) refreshCalls();
  };
  return html`
    <button type="button" class="tool" data-tool="developer" aria-pressed=${String(state.drawer)} title=${t("developerTitle")}
            aria-label=${t("developerTitle")} onClick=${toggle}>
      <${Icon} name="code" /><span class="tool-text">${t("developer")}</span></button>`;
}

/** Changes the page's language and remembers it. */
export function setLanguage(code, remember = true) {
  if (remember) localStorage.setItem("jazyl.lang", code);
  document.documentElement.lang = code;
  update(() => { state.lang = code; });
}

function LanguageTool() {
  return html`
    <label class="tool select-tool" title=${t("language")}><${Icon} name="language" />
      <span class="visually-hidden">${t("language")}</span>
      <select data-tool="language" onChange=${(event) => setLanguage(event.target.value)}>
        ${[...LANGUAGES].reverse().map((code) => html`
          <option value=${code} selected=${code === state.lang} aria-label=${LANGUAGE_NAMES[code]}>${code.toUpperCase()}</option>`)}
      </select>
    </label>`;
}

/** Applies a theme; `remember` is false for the one the system prefers. */
export function setTheme(theme, remember = true) {
  if (remember) localStorage.setItem("jazyl.theme", theme);
  document.documentElement.dataset.theme = theme;
  update(() => { state.theme = theme; });
}

function ThemeTool() {
  const next = state.theme === "dark" ? "light" : "dark";
  const label = t(next === "dark" ? "themeDark" : "themeLight");
  return html`
    <button type="button" class="icon-button" data-tool="theme" title=${label} aria-label=${label} onClick=${() => setTheme(next)}>
      <${Icon} name=${next === "dark" ? "moon" : "sun"} /></button>`;
}
