/** Keeps the store equal to the server: the snapshot first, then every event after it, once each and in order. */

import { fetchCalls, fetchState } from "./api.js";
import { callbackAnswered } from "./press.js";
import { forgetPhones, phone, replaceAll, setClock, state, update } from "./store.js";

const KEPT_CALLS = 200;
let source = null;
let generation = 0;

/** Loads the state and follows the events; starts again by itself whenever the connection comes back. */
export async function follow() {
  const mine = ++generation;
  source?.close();
  try {
    const snapshot = await fetchState();
    if (mine !== generation) return;
    replaceAll(snapshot);
    await loadCalls(0);
  } catch {
    if (mine === generation) retryLater();
    return;
  }
  if (mine !== generation) return;
  source = new EventSource(`/play/events?after=${state.seq}`);
  source.onopen = () => update(() => { state.connected = true; });
  source.onerror = retryLater;
  for (const type of Object.keys(HANDLERS)) source.addEventListener(type, (event) => receive(type, event));
}

function retryLater() {
  source?.close();
  update(() => { state.connected = false; });
  setTimeout(follow, 1500);
}

function receive(type, event) {
  const number = Number(event.lastEventId);
  if (number && number <= state.seq) return;
  const data = JSON.parse(event.data);
  update(() => {
    if (number) state.seq = number;
    HANDLERS[type](data);
  });
}

const HANDLERS = {
  message: ({ chat_id, message }) => withChat(chat_id, (chat) => addMessage(chat, message)),
  edit: ({ chat_id, message }) => withChat(chat_id, (chat) => ({ messages: put(chat.messages, message) })),
  delete: ({ chat_id, message_ids }) => withChat(chat_id, (chat) => (
    { messages: chat.messages.filter((message) => !message_ids.includes(message.message_id)) }
  )),
  callback: callbackAnswered,
  action: ({ chat_id, action, until }) => withChat(chat_id, () => ({ action: action ? { text: action, until } : null })),
  keyboard: ({ chat_id, reply_keyboard }) => withChat(chat_id, () => {
    for (const record of state.phones.values()) delete record.keyboardHidden[chat_id];
    return { reply_keyboard };
  }),
  user: ({ user }) => state.users.set(user.id, user),
  chat: ({ chat }) => {
    const known = state.chats.get(chat.id);
    const messages = chat.messages ?? known?.messages ?? [];
    state.chats.set(chat.id, { ...known, ...chat, members: chat.members ?? known?.members ?? [], messages });
  },
  bot: ({ bot }) => { state.bot = bot; },
  clock: setClock,
  call: recordCall,
  warning: ({ text }) => { state.warnings = [...state.warnings, text]; },
  reset: () => {
    forgetPhones();
    follow();
  },
};

function withChat(chatId, change) {
  const chat = state.chats.get(chatId) ?? newPrivateChat(chatId);
  state.chats.set(chatId, { ...chat, ...change(chat) });
}

const newPrivateChat = (id) => (
  { id, type: "private", user_id: id, members: [id], messages: [], reply_keyboard: null, action: null }
);

/** The list with `message` replacing the one of the same number, or put where its number belongs. */
function put(messages, message) {
  const at = messages.findIndex((known) => known.message_id >= message.message_id);
  if (at === -1) return [...messages, message];
  const replaced = messages[at].message_id === message.message_id ? 1 : 0;
  return [...messages.slice(0, at), message, ...messages.slice(at + replaced)];
}

function addMessage(chat, message) {
  const known = chat.messages.some(({ message_id }) => message_id === message.message_id);
  const readers = chat.type === "private" ? [chat.user_id ?? chat.id] : chat.members;
  for (const userId of known ? [] : readers) {
    if (message.from?.id !== userId) countUnread(phone(userId), chat.id, message.message_id);
  }
  return { messages: put(chat.messages, message), action: message.own ? chat.action : null };
}

function countUnread(record, chatId, messageId) {
  record.unread[chatId] = (record.unread[chatId] ?? 0) + 1;
  record.firstUnread[chatId] ??= messageId;
}

let refreshing = false;

/** A call event tells only the outcome; the JSON is fetched in one go while the drawer is open. */
function recordCall(call) {
  state.calls = [...state.calls, call].slice(-KEPT_CALLS);
  if (state.drawer) refreshCalls();
}

/** Fetches the JSON of the calls that came as events; bursts are joined into one request. */
export function refreshCalls() {
  if (refreshing) return;
  refreshing = true;
  setTimeout(async () => {
    refreshing = false;
    const missing = state.calls.find((call) => call.request === undefined);
    if (missing) await loadCalls(missing.n - 1).catch(() => {});
  }, 200);
}

async function loadCalls(after) {
  const fetched = await fetchCalls(after);
  const numbers = new Set(fetched.map((call) => call.n));
  update(() => {
    const kept = state.calls.filter((call) => !numbers.has(call.n));
    state.calls = [...kept, ...fetched].sort((left, right) => left.n - right.n).slice(-KEPT_CALLS);
  });
}
