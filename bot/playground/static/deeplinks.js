/** Which links may be followed, and which of them open the playground's own bot. */

const PARAMETER = /^[A-Za-z0-9_-]{1,64}$/;
const SAFE = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

function parseUrl(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The address when a click may follow it, else null (`javascript:` and the like are shown as plain text). */
export function safeHref(address) {
  const url = parseUrl(address) ?? parseUrl(`https://${address}`);
  return url && SAFE.has(url.protocol) ? url.href : null;
}

/** `{parameter}` (maybe empty) when the address opens the bot `username`, else null. */
export function parseDeepLink(address, username) {
  const url = parseUrl(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
  if (!url || !username) return null;
  const web = ["t.me", "telegram.me", "www.t.me"].includes(url.hostname) && /^https?:$/.test(url.protocol);
  const app = url.protocol === "tg:" && `${url.hostname}${url.pathname}`.startsWith("resolve");
  if (!web && !app) return null;
  const name = web ? url.pathname.split("/")[1] : url.searchParams.get("domain") ?? "";
  if (name.toLowerCase() !== username.toLowerCase()) return null;
  return { parameter: url.searchParams.get("start") ?? "" };
}

/** What a person typed into the link box: a link to the bot or a bare parameter; null when it is neither. */
export function parseTyped(text, username) {
  const typed = text.trim();
  if (PARAMETER.test(typed)) return { parameter: typed };
  const link = parseDeepLink(typed, username);
  return link && (link.parameter === "" || PARAMETER.test(link.parameter)) ? link : null;
}

/** True for an address that real Telegram would refuse because it is not https. */
export function isLoopbackHttp(address) {
  const url = parseUrl(address);
  return url?.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
}
