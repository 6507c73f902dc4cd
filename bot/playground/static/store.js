/**
 * Everything the page knows, in one object. Only this module and `live.js` change the server's part of it; messages are
 * replaced, never changed in place, so a bubble may compare them by reference.
 */

export const state = {
  ready: false, connected: true, seq: 0, lang: "en", theme: "light",
  clock: { now: 0, offset: 0, receivedAt: 0 }, realistic: false,
  bot: {}, users: new Map(), chats: new Map(), scenarios: [], warnings: [],
  calls: [], phones: new Map(), shown: new Set(), tab: "student",
  drawer: false, dialog: null, notice: null,
};

const listeners = new Set();
let scheduled = false;

/** Calls `listener` after each batch of changes; returns the function that stops it. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce() {
  scheduled = false;
  for (const listener of listeners) listener();
}

/** Applies `change(state)` and redraws once for all the changes made in this turn. */
export function update(change) {
  change(state);
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(announce);
}

const NEW_PHONE = () => ({
  chatId: null, toast: null, alert: null, sheet: null, replyTo: null, editing: null,
  keyboardHidden: {}, pending: {}, unread: {}, firstUnread: {}, extra: {},
});

/** What the page remembers about one person's phone (open chat, toast, pressed buttons, unread counts). */
export function phone(userId) {
  if (!state.phones.has(userId)) state.phones.set(userId, NEW_PHONE());
  return state.phones.get(userId);
}

/** Changes one phone's record: `patchPhone(7, {sheet: null})`. */
export function patchPhone(userId, patch) {
  update(() => Object.assign(phone(userId), patch));
}

/** The chat a person has open now; the private chat with the bot unless a group was chosen. */
export function openChat(user) {
  const chosen = phone(user.id).chatId;
  return state.chats.get(chosen ?? user.id) ?? state.chats.get(user.id) ?? EMPTY_CHAT(user.id);
}

const EMPTY_CHAT = (userId) => (
  { id: userId, type: "private", user_id: userId, members: [userId], messages: [], reply_keyboard: null, action: null }
);

/** The chats that a person sees: the private one first, then the groups. */
export function chatsOf(user) {
  const own = state.chats.get(user.id) ?? EMPTY_CHAT(user.id);
  const groups = [...state.chats.values()].filter((chat) => chat.type !== "private" && chat.members.includes(user.id));
  return [own, ...groups];
}

const MAIN_ROLES = ["student", "parent", "organizer"];

/** Every person with the stable key of the phone: the first of each role has the role's name, others `other-ID`. */
export function personas() {
  const users = [...state.users.values()].sort((left, right) => left.id - right.id);
  const first = MAIN_ROLES.map((role) => users.find((user) => user.role === role));
  const main = first.flatMap((user, index) => (user ? [{ key: MAIN_ROLES[index], user }] : []));
  const others = users.filter((user) => !first.includes(user)).map((user) => ({ key: `other-${user.id}`, user }));
  return [...main, ...others];
}

/** The phones on the page: the three main ones and those that were opened by hand. */
export function visiblePersonas() {
  return personas().filter(({ key, user }) => !key.startsWith("other-") || state.shown.has(user.id));
}

/** How many messages one person has not seen, over all chats. */
export function unreadOf(userId) {
  return Object.values(phone(userId).unread).reduce((sum, count) => sum + count, 0);
}

/** Forgets the unread mark of a chat; does nothing when there is none. */
export function markRead(userId, chatId) {
  if (!phone(userId).unread[chatId]) return;
  update(() => {
    delete phone(userId).unread[chatId];
    delete phone(userId).firstUnread[chatId];
  });
}

/** The emulator's clock now, in Unix seconds. */
export function emulatorNow() {
  return state.clock.now + (Date.now() - state.clock.receivedAt) / 1000;
}

/** Sets the emulator's clock as the server last told it. */
export function setClock({ now, offset }) {
  state.clock = { now, offset, receivedAt: Date.now() };
}

/** Takes over the whole state as the server describes it. */
export function replaceAll(snapshot) {
  update(() => {
    state.seq = snapshot.seq;
    state.realistic = snapshot.realistic_limits;
    state.bot = snapshot.bot;
    state.users = new Map(snapshot.users.map((user) => [user.id, user]));
    state.chats = new Map(snapshot.chats.map((chat) => [chat.id, { ...chat, members: chat.members ?? [] }]));
    state.scenarios = snapshot.scenarios ?? [];
    state.warnings = snapshot.warnings ?? [];
    setClock(snapshot);
    state.ready = true;
  });
}

/** Shows a sentence at the foot of the page until it is closed or replaced. */
export function notify(text, kind = "error") {
  update(() => { state.notice = { text, kind, at: Date.now() }; });
}

/** Removes a person's phone record (open chat, unread, pending) for everybody: the playground was reset. */
export function forgetPhones() {
  update(() => {
    state.phones.clear();
    state.calls = [];
    state.dialog = null;
  });
}
