/** Texts and dates in the page's language. Instants are Unix seconds and are shown in the browser's time zone. */

import { state } from "./store.js";
import { LANGUAGES, TEXTS, KK_CALENDAR } from "./locales.js";

const INTL = { en: "en-GB", ru: "ru-RU" };

/** The sentence `key` in the page's language, with `{name}` places filled from `values`. */
export function t(key, values = {}) {
  const row = TEXTS[key];
  if (!row) return key;
  const text = row[LANGUAGES.indexOf(state.lang)];
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** The language remembered from last time, else the browser's, else English. */
export function firstLanguage() {
  const wanted = [localStorage.getItem("jazyl.lang"), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((code) => LANGUAGES.includes(code)) ?? "en";
}

const two = (number) => String(number).padStart(2, "0");
const instant = (unix) => new Date(unix * 1000);

/** 09:05 */
export function clockTime(unix, seconds = false) {
  const at = instant(unix);
  return `${two(at.getHours())}:${two(at.getMinutes())}${seconds ? `:${two(at.getSeconds())}` : ""}`;
}

/** 22 November 2026; without the year when `year` is false. */
export function longDate(unix, year = true) {
  const at = instant(unix);
  if (state.lang === "kk") return kazakhDate(at, year);
  const options = { day: "numeric", month: "long", ...(year ? { year: "numeric" } : {}) };
  return new Intl.DateTimeFormat(INTL[state.lang], options).format(at);
}

function kazakhDate(at, year) {
  const day = `${at.getDate()} ${KK_CALENDAR.months[at.getMonth()]}`;
  return year ? `${at.getFullYear()} ж. ${day}` : day;
}

/** 22.11.2026 */
export function shortDate(unix) {
  const at = instant(unix);
  return `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}`;
}

/** The day of the week; three letters or fewer when `short`. */
export function weekday(unix, short = false) {
  const at = instant(unix);
  if (state.lang === "kk") return KK_CALENDAR[short ? "shortDays" : "days"][at.getDay()];
  return new Intl.DateTimeFormat(INTL[state.lang], { weekday: short ? "short" : "long" }).format(at);
}

/** A key that is equal for two instants of the same calendar day. */
export const dayKey = (unix) => shortDate(unix);

const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** "in 3 days", "2 hours ago", relative to `now` (Unix seconds). */
export function relativeTime(unix, now) {
  const difference = unix - now;
  const [unit, size] = UNITS.find(([, seconds]) => Math.abs(difference) >= seconds) ?? UNITS[5];
  const amount = Math.round(difference / size);
  if (state.lang !== "kk") return new Intl.RelativeTimeFormat(INTL[state.lang]).format(amount, unit);
  const [plain, from] = KK_CALENDAR.units[unit];
  return amount < 0 ? `${-amount} ${plain} бұрын` : `${amount} ${from} кейін`;
}

/** An instant in the format of Telegram's date-time entity: `r`, or any of `w`, `d`/`D`, `t`/`T`. */
export function formatInstant(unix, format, now) {
  if (format === "r") return relativeTime(unix, now);
  const parts = [];
  if (format.includes("w")) parts.push(weekday(unix));
  if (format.includes("d")) parts.push(shortDate(unix));
  if (format.includes("D")) parts.push(longDate(unix));
  if (format.includes("t")) parts.push(clockTime(unix));
  if (format.includes("T")) parts.push(clockTime(unix, true));
  return parts.join(", ");
}

/** 1.4 MB */
export function fileSize(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} ${t("unitB")}`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} ${t("unitKB")}`;
  return `${(bytes / 1024 / 1024).toFixed(1)} ${t("unitMB")}`;
}
