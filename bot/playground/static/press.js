/**
 * Pressed inline buttons: a button spins from the press until the bot answers the callback; after 15 s without an answer
 * the page says so. Answers come as events only, so one pressed from elsewhere is shown as well.
 */

import * as api from "./api.js";
import { parseDeepLink } from "./deeplinks.js";
import { t } from "./i18n.js";
import { patchPhone, phone, state, update } from "./store.js";

const PATIENCE_MS = 15_000;
const TOAST_MS = 3800;
const REMEMBERED = 200;
const answered = new Set();
let toasts = 0;

/** The name under which a pressed button waits for its answer. */
export const pendingKey = (messageId, data) => `${messageId}:${data}`;

/** Presses an inline button for a person and starts waiting for the bot's answer. */
export async function pressButton(user, chat, message, data) {
  const { pending } = phone(user.id);
  const key = pendingKey(message.message_id, data);
  if (pending[key] && !pending[key].late) return;
  const entry = { callbackId: null, late: false, messageId: message.message_id };
  update(() => { pending[key] = entry; });
  const result = await api.press(user.id, { message_id: message.message_id, data, chat_id: chat.id });
  entry.callbackId = result?.callback_id ?? null;
  if (!result || result.answered || answered.has(String(result.callback_id))) return settle(pending, key, entry);
  setTimeout(() => update(() => { entry.late = true; }), PATIENCE_MS);
}

function settle(pending, key, entry) {
  if (pending[key] === entry) update(() => { delete pending[key]; });
}

/** The bot answered a callback: stop the spinner, show the toast or alert, follow its link. */
export function callbackAnswered(event) {
  if (event.answered === false) return;
  answered.add(String(event.callback_id));
  if (answered.size > REMEMBERED) answered.delete(answered.values().next().value);
  const { pending } = phone(event.user_id);
  for (const [key, entry] of Object.entries(pending)) {
    if (String(entry.callbackId) === String(event.callback_id)) settle(pending, key, entry);
  }
  if (event.text && event.alert) patchPhone(event.user_id, { alert: event.text });
  else if (event.text) toast(event.user_id, event.text);
  if (event.url) followLink(event.user_id, event.url);
}

function followLink(userId, url) {
  const link = parseDeepLink(url, state.bot.username);
  if (link) api.start(userId, link.parameter);
  else toast(userId, url);
}

/** Shows a short sentence on one phone for about four seconds. */
export function toast(userId, text) {
  const id = ++toasts;
  patchPhone(userId, { toast: { id, text } });
  setTimeout(() => {
    if (phone(userId).toast?.id === id) patchPhone(userId, { toast: null });
  }, TOAST_MS);
}

/** Copies text to the clipboard and says so on the phone. */
export async function copy(userId, text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(userId, t("copied"));
  } catch {
    toast(userId, t("copyFailed"));
  }
}
