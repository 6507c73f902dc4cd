"use strict";
// A gate without the internet. Always true: nothing leaves this page but by the person's hand; somebody is let in once
// (once a day at a daily gate) on this phone, and every scan is kept before it is shown as let in.
const data = JSON.parse(document.getElementById("data").textContent);
const say = data.texts;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TYPED = 12, SECRET = 34, UNDO_SECONDS = 60, DAY = 86400;
const at = (id) => document.getElementById(id);
const bytesOf = (text) => new TextEncoder().encode(text);
const hex = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");

// SHA-256 in plain words: a page that is opened from a file may be given no other.
const [START, ROUNDS] = (() => {
  const root = (number, power) => Math.floor((Math.pow(number, 1 / power) % 1) * 4294967296) | 0;
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((one) => n % one)) primes.push(n);
  return [primes.slice(0, 8).map((one) => root(one, 2)), primes.map((one) => root(one, 3))];
})();
const spread = new Int32Array(64);
const turn = (word, by) => (word >>> by) | (word << (32 - by));

function compress(state, bytes, from) {
  for (let i = 0; i < 16; i++) {
    const j = from + 4 * i;
    spread[i] = (bytes[j] << 24) | (bytes[j + 1] << 16) | (bytes[j + 2] << 8) | bytes[j + 3];
  }
  for (let i = 16; i < 64; i++) {
    const x = spread[i - 15], y = spread[i - 2];
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3), s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    spread[i] = (spread[i - 16] + s0 + spread[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25), s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + spread[i]) | 0;
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
}

function digest(bytes, state = START, before = 0) {
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 128;
  new DataView(padded.buffer).setUint32(padded.length - 4, (before + bytes.length) * 8);
  for (let from = 0; from < padded.length; from += 64) state = compress(state, padded, from);
  const out = new Uint8Array(32), view = new DataView(out.buffer);
  state.forEach((word, i) => view.setInt32(4 * i, word));
  return out;
}

function markOf(letters) { // PBKDF2-HMAC-SHA256, the first block
  const key = new Uint8Array(64);
  key.set(bytesOf(letters));
  const inner = compress(START, key.map((one) => one ^ 0x36), 0), outer = compress(START, key.map((one) => one ^ 0x5c), 0);
  const sign = (bytes) => digest(digest(bytes, inner, 64), outer, 64);
  let last = sign(bytesOf(data.salt + "\0\0\0\u0001"));
  const sum = last.slice();
  for (let round = 1; round < data.rounds; round++) {
    last = sign(last);
    for (let i = 0; i < sum.length; i++) sum[i] ^= last[i];
  }
  return hex(sum.slice(0, data.bytes));
}

// What this phone remembers.
const STORE = "jazyl-gate-" + data.salt;
let memory = [], keeps = true;
const letters = (count) => Array.from(crypto.getRandomValues(new Uint8Array(count)), (one) => ALPHABET[one & 31]).join("");
const device = letters(8);

function load() {
  try { memory = JSON.parse(localStorage.getItem(STORE) || "null") || { device, scans: [] }; }
  catch { keeps = false; memory = memory.scans ? memory : { device, scans: [] }; }
  return memory;
}
function save(kept) {
  memory = kept;
  try { localStorage.setItem(STORE, JSON.stringify(kept)); } catch { keeps = false; }
  at("warning").hidden = keeps;
}

const now = () => Math.floor(Date.now() / 1000);
const local = (seconds) => new Date((seconds + data.offset) * 1000).toISOString();
const time = (seconds) => local(seconds).slice(11, 16);
const counts = (seconds) => !data.daily || local(seconds).slice(0, 10) === local(now()).slice(0, 10);

// Rows: number, ticket or 0, mark or "", squad, when let in before or 0, name where there are names.
const byMark = new Map(data.rows.filter((row) => row[2]).map((row) => [row[2], row]));
const byNumber = new Map(data.rows.map((row) => [row[0], row]));
const label = (row) => [row[5], "№ " + row[0], row[3]].filter(Boolean).join(" · ");

function read(typed) {
  const link = /[?&]start=t-([0-9A-Z]+)/.exec(typed);
  const code = link ? link[1] : typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return [TYPED, SECRET].includes(code.length) && [...code].every((one) => ALPHABET.includes(one)) ? code.slice(0, TYPED) : null;
}

function decide(typed) {
  const code = read(typed);
  if (code === null) { show("unsure", say.unreadable, say.unreadableHow); return; }
  const row = byMark.get(markOf(code));
  if (row) admit("t", row[1], row[0], label(row));
  else if (!refuse(code, code)) show("bad", say.unlisted, say.unlistedHow, { words: say.anyway, deed: () => admit("c", code, code, code) });
}

function refuse(whose, words) {
  const found = load().scans.filter((one) => one.whose === whose && counts(one.at)).map((one) => one.at);
  const row = byNumber.get(whose);
  if (row && row[4] && counts(row[4])) found.push(row[4]);
  if (!found.length) return false;
  show("bad", say.already, words + " · " + time(Math.min(...found)));
  return true;
}

function admit(how, what, whose, words) {
  if (refuse(whose, words)) return;
  const kept = load();
  kept.scans.push({ how, what, whose, at: now(), nonce: letters(8) });
  save(kept);
  show(how === "c" ? "unsure" : "good", how === "c" ? say.noted : say.admitted, words);
}

function undo(nonce) {
  const kept = load();
  kept.scans = kept.scans.filter((one) => one.nonce !== nonce);
  save(kept);
  show("", say.undone, "");
}

function show(kind, head, words, way) {
  const verdict = at("verdict");
  verdict.className = kind;
  const strong = document.createElement("strong"), p = document.createElement("p");
  strong.textContent = head;
  p.textContent = words;
  verdict.replaceChildren(strong, p, ...(way ? [button(way.words, way.deed)] : []));
  if (kind) sound(kind === "good");
  refresh();
}

function button(words, deed, look = "quiet") {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = words;
  made.onclick = deed;
  return made;
}

let audio;
function sound(isGood) {
  try {
    audio ||= new AudioContext();
    const tone = audio.createOscillator();
    tone.frequency.value = isGood ? 880 : 220;
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + (isGood ? 0.12 : 0.5));
    navigator.vibrate?.(isGood ? 80 : [200, 100, 200]);
  } catch { /* a silent phone shows colours */ }
}

function refresh() {
  const scans = load().scans;
  at("number").textContent = say.number + " " + scans.filter((one) => counts(one.at)).length;
  at("newest").replaceChildren(...scans.slice(-5).reverse().map((one, i) => {
    const line = document.createElement("li"), row = byNumber.get(one.whose);
    line.textContent = time(one.at) + " · " + (row ? label(row) : one.whose);
    if (i === 0 && now() - one.at <= UNDO_SECONDS) line.append(button(say.undo, () => undo(one.nonce)));
    return line;
  }));
  at("after").hidden = !scans.length;
  at("parts").hidden = true;
}

// What is brought back to the bot: a few lines that it reads, and nothing else.
function report(scans) {
  const lines = [`${data.version} ${data.list} ${load().device}`];
  for (const one of scans) lines.push(`${one.how}${one.what} ${one.at} ${one.nonce}`);
  const text = lines.join("\n");
  return `${text}\nend ${scans.length} ${hex(digest(bytesOf(text))).slice(0, data.check)}`;
}

let part = 0;
function showPart(step) {
  const scans = load().scans, whole = Math.ceil(scans.length / data.part);
  part = (part + step + whole) % whole;
  at("parts").hidden = false;
  at("report").value = report(scans.slice(part * data.part, (part + 1) * data.part));
  at("which").textContent = whole > 1 ? `${say.part} ${part + 1} / ${whole}` : "";
  at("next").hidden = whole < 2;
}

function copy() {
  at("report").select();
  const done = () => { at("which").textContent = say.copied; };
  if (document.execCommand("copy")) done();
  else navigator.clipboard?.writeText(at("report").value).then(done);
}

function saveFile() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([report(load().scans)], { type: "text/plain" }));
  link.download = `gate-${data.list}-${load().device}.txt`;
  link.click();
}

function erase() {
  if (!confirm(say.eraseSure)) return;
  save({ device, scans: [] });
  show("", say.erased, "");
}

// By name, where the list holds names.
function find() {
  const typed = at("name").value.trim().toLowerCase();
  const found = typed.length < 2 ? [] : data.rows.filter((row) => row[5].toLowerCase().includes(typed)).slice(0, 10);
  at("found").replaceChildren(...found.map((row) => {
    const line = document.createElement("li");
    line.append(button(label(row), () => { admit("r", row[0], row[0], label(row)); at("name").value = ""; find(); }));
    return line;
  }));
}

async function camera() {
  const video = at("video"), reader = new BarcodeDetector({ formats: ["qr_code"] });
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    await video.play();
  } catch { show("unsure", say.noCamera, say.noCameraHow); return; }
  video.hidden = false;
  at("camera").hidden = true;
  let last = "", since = 0;
  setInterval(async () => {
    const [found] = await reader.detect(video).catch(() => []);
    if (!found || (found.rawValue === last && Date.now() - since < 4000)) return;
    last = found.rawValue;
    since = Date.now();
    decide(found.rawValue);
  }, 250);
}

at("typed").onsubmit = (event) => { event.preventDefault(); const typed = at("code").value; at("code").value = ""; decide(typed); };
at("show").onclick = () => { part = 0; showPart(0); };
at("next").onclick = () => showPart(1);
at("copy").onclick = copy;
at("file").onclick = saveFile;
at("erase").onclick = erase;
at("camera").onclick = camera;
at("camera").hidden = !("BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia);
at("name").oninput = find;
at("by-name").hidden = !data.names;
save(load());
show("", say.ready, say.readyHow);
