/** The control API of the playground server: one function per thing a person can do. Every failure becomes a sentence on the page. */

import { notify } from "./store.js";
import { t } from "./i18n.js";

const ROOT = "/play/api";

async function request(method, path, body) {
  const options = { method, headers: {} };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers["Content-Type"] = "application/json";
  }
  const response = await fetch(ROOT + path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

/** Runs an API call; on failure tells the person and returns null. */
async function told(promise) {
  try {
    return await promise;
  } catch (error) {
    notify(error instanceof TypeError ? t("offline") : error.message);
    return null;
  }
}

const act = (userId, verb, body = {}) => told(request("POST", `/users/${userId}/${verb}`, body));

export const fetchState = () => request("GET", "/state");
export const fetchCalls = (after = 0) => request("GET", `/calls?after=${after}&limit=200`);

export const addUser = (fields) => told(request("POST", "/users", fields));
export const changeUser = (userId, fields) => told(request("PATCH", `/users/${userId}`, fields));
export const sendText = (userId, body) => act(userId, "text", body);
export const start = (userId, parameter) => act(userId, "start", parameter ? { parameter } : {});
export const press = (userId, body) => act(userId, "press", { ...body, wait: 0 });
export const shareContact = (userId, body) => act(userId, "contact", body);
export const shareLocation = (userId, body) => act(userId, "location", body);
export const editText = (userId, body) => act(userId, "edit", body);
export const deleteMessage = (userId, body) => act(userId, "delete", body);
export const setBlocked = (userId, blocked) => act(userId, blocked ? "block" : "unblock");
export const deactivate = (userId) => act(userId, "deactivate");

/** Uploads files as one message, or as an album when there are several photos. */
export function upload(userId, files, kind, fields) {
  const form = new FormData();
  form.append("kind", kind);
  for (const [name, value] of Object.entries(fields)) {
    if (value) form.append(name, value);
  }
  for (const file of files) form.append("file", file, file.name);
  return told(request("POST", `/users/${userId}/upload`, form));
}

export const moveClock = (body) => told(request("POST", "/clock", body));
export const setLimits = (realistic) => told(request("POST", "/limits", { realistic }));
export const addFault = (fault) => told(request("POST", "/faults", fault));
export const clearFaults = () => told(request("DELETE", "/faults"));
export const reset = () => told(request("POST", "/reset", {}));
export const runScenario = (code) => told(request("POST", `/scenarios/${encodeURIComponent(code)}`, {}));
export const transcriptUrl = (chatId) => `${ROOT}/transcript?chat_id=${chatId}`;
