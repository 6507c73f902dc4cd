/** What the toolbar's buttons open: time travel, faults, scenarios, people and help. */

import { Component, html } from "./vendor/htm-preact.js";
import * as api from "./api.js";
import { clockTime, longDate, t, weekday } from "./i18n.js";
import { Icon } from "./icons.js";
import { Avatar, fullName, roleName } from "./phone.js";
import { emulatorNow, notify, personas, state, unreadOf, update } from "./store.js";

const HOUR = 3600;
const DAY = 86_400;

/** An instant as the value of a datetime-local field, in the browser's zone. */
function fieldValue(unix) {
  const at = new Date(unix * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function TimePanel() {
  const now = emulatorNow();
  const shifted = Math.abs(state.clock.offset) >= 1;
  const go = (event) => {
    event.preventDefault();
    const target = new Date(new FormData(event.target).get("at")).getTime() / 1000;
    if (Number.isFinite(target)) api.moveClock({ offset: target - (emulatorNow() - state.clock.offset) });
  };
  return html`
    <p class="panel-title">${t("timeTitle")}</p>
    <p class="panel-text"><strong>${weekday(now)}, ${longDate(now)}, ${clockTime(now)}</strong><br />
      ${t("timeNow")}: ${t(shifted ? "timeShifted" : "timeReal")}</p>
    <div class="panel-row">
      <button type="button" class="button" data-advance="3600" onClick=${() => api.moveClock({ advance: HOUR })}>${t("plusHour")}</button>
      <button type="button" class="button" data-advance="86400" onClick=${() => api.moveClock({ advance: DAY })}>${t("plusDay")}</button>
    </div>
    <form class="form" onSubmit=${go}>
      <${MomentField} />
      <button type="submit" class="button primary" data-go>${t("timeGo")}</button>
    </form>
    ${shifted && html`<button type="button" class="button quiet" onClick=${() => api.moveClock({ offset: 0 })}>${t("timeBack")}</button>`}`;
}

/** The chosen moment; its first value is set once, so that the ticking clock does not overwrite what is typed. */
class MomentField extends Component {
  constructor(props) {
    super(props);
    this.first = fieldValue(emulatorNow() + DAY);
  }

  shouldComponentUpdate() {
    return false;
  }

  render() {
    return html`<label class="field"><span>${t("timeTo")}</span><input type="datetime-local" name="at" required value=${this.first} /></label>`;
  }
}

const FAULTS = [["429", "fault429"], ["500", "fault500"], ["lost_reply", "faultLost"]];
const METHODS = ["sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "sendDocument", "getUpdates"];

export class FaultsPanel extends Component {
  queue = async (kind, title) => {
    const { method, count } = Object.fromEntries(new FormData(this.form));
    const extra = kind === "429" ? { retry_after: 5 } : {};
    const added = await api.addFault({ kind, method, count: Number(count) || 1, ...extra });
    if (added) notify(t("faultQueued", { kind: title }), "done");
  };

  clear = async () => {
    if (await api.clearFaults()) notify(t("faultsCleared"), "done");
  };

  toggleLimits = async (event) => {
    const wanted = event.target.checked;
    if (await api.setLimits(wanted)) update(() => { state.realistic = wanted; });
  };

  render() {
    return html`
      <p class="panel-title">${t("faultsTitle")}</p>
      <form class="panel-row" ref=${(node) => { this.form = node; }} onSubmit=${(event) => event.preventDefault()}>
        <label class="field"><span>${t("faultMethod")}</span>
          <select name="method"><option value="*">${t("faultAny")}</option>
            ${METHODS.map((method) => html`<option value=${method}>${method}</option>`)}</select></label>
        <label class="field narrow"><span>${t("faultCount")}</span><input name="count" type="number" min="1" max="100" value="1" /></label>
      </form>
      ${FAULTS.map(([kind, key]) => html`
        <button type="button" class="button" data-fault=${kind} onClick=${() => this.queue(kind, t(key))}><${Icon} name="bolt" />${t(key)}</button>`)}
      <button type="button" class="button quiet" data-fault-clear onClick=${this.clear}>${t("faultClear")}</button>
      <label class="switch"><input type="checkbox" role="switch" data-limits checked=${state.realistic} onChange=${this.toggleLimits} />
        <span><strong>${t("realistic")}</strong><small>${t("realisticHint")}</small></span></label>`;
  }
}

export function ScenariosPanel({ close }) {
  const run = async ({ code, title }) => {
    close();
    if (await api.runScenario(code)) notify(t("scenarioDone", { title }), "done");
  };
  return html`
    <p class="panel-title">${t("scenarios")}</p>
    ${state.scenarios.length === 0 && html`<p class="panel-text">${t("noScenarios")}</p>`}
    ${state.scenarios.map((scenario) => html`
      <button type="button" class="menu-item" data-scenario=${scenario.code} onClick=${() => run(scenario)}>
        <${Icon} name="scenes" /><span>${scenario.title}</span></button>`)}`;
}

function PersonRow({ personaKey, user }) {
  const main = !personaKey.startsWith("other-");
  const toggle = (event) => update(() => state.shown[event.target.checked ? "add" : "delete"](user.id));
  const unread = unreadOf(user.id);
  return html`
    <li><label class="person">
      <${Avatar} user=${user} />
      <span class="file-text"><span class="file-name">${fullName(user)}</span>
        <span class="file-size">${roleName(user)}${main ? ` · ${t("alwaysShown")}` : ""}</span></span>
      ${unread > 0 && html`<span class="count" aria-label=${t("unreadCount", { n: unread })}>${unread}</span>`}
      ${!main && html`<input type="checkbox" role="switch" aria-label=${t("showPhone")} data-show=${user.id}
                             checked=${state.shown.has(user.id)} onChange=${toggle} />`}
    </label></li>`;
}

export function PeoplePanel({ close }) {
  const add = () => {
    close();
    update(() => { state.dialog = { kind: "persona" }; });
  };
  return html`
    <p class="panel-title">${t("people")}</p>
    <ul class="people-list">${personas().map(({ key, user }) => html`<${PersonRow} key=${key} personaKey=${key} user=${user} />`)}</ul>
    <button type="button" class="button primary" data-add-persona onClick=${add}><${Icon} name="plus" />${t("addPersona")}</button>`;
}

/** Chats in which something was said, each as a Markdown file. */
export function TranscriptPanel() {
  const titleOf = (chat) => (chat.type === "private" ? fullName(state.users.get(chat.user_id)) : chat.title);
  const chats = [...state.chats.values()].filter((chat) => chat.messages.length > 0);
  return html`
    <p class="panel-title">${t("transcriptOne")}</p>
    ${chats.length === 0 && html`<p class="panel-text">${t("nothingSaid")}</p>`}
    ${chats.map((chat) => html`
      <a class="menu-item" href=${api.transcriptUrl(chat.id)} download><${Icon} name="download" /><span>${titleOf(chat)}</span></a>`)}`;
}

export function HelpPanel() {
  const list = (title, keys) => html`<p class="panel-title">${t(title)}</p><ul class="help-list">${keys.map((key) => html`<li>${t(key)}</li>`)}</ul>`;
  return html`
    ${list("helpKeys", ["helpAlt", "helpEnter", "helpArrows", "helpUp"])}
    ${list("helpDiffers", ["helpHttp", "helpPreviews", "helpLimits"])}`;
}
