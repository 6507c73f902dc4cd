/**
 * Text with Telegram's entities as DOM nodes. The text itself only ever becomes text nodes: markup in it is shown literally.
 * Offsets and lengths are in UTF-16 units, which is what JavaScript's strings count.
 */

import { Component, html } from "./vendor/htm-preact.js";
import { parseDeepLink, safeHref } from "./deeplinks.js";
import { formatInstant, t } from "./i18n.js";
import { emulatorNow, state, update } from "./store.js";

/** Renders `text`; `context` is `{user, sendCommand}` of the phone that shows it. */
export function RichText({ text, entities, context }) {
  const ordered = [...(entities ?? [])]
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .sort((left, right) => left.offset - right.offset || right.length - left.length);
  return renderRange(text, 0, text.length, ordered, context);
}

/** Entities drawn as blocks: the line break after one is the block's own end, not an empty line. */
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Nodes for text[from:to]; entities inside an entity are rendered inside its node. */
function renderRange(text, from, to, entities, context) {
  const nodes = [];
  let at = from;
  for (let index = 0; index < entities.length;) {
    const entity = entities[index++];
    const end = Math.min(entity.offset + entity.length, to);
    const start = Math.max(entity.offset, at);
    const inner = [];
    while (index < entities.length && entities[index].offset < end) inner.push(entities[index++]);
    if (start >= end) continue;
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push(wrap(entity, renderRange(text, start, end, inner, context), text.slice(start, end), context));
    at = BLOCKS.has(entity.type) && end < to && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

const PLAIN_TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

function wrap(entity, children, text, context) {
  const tag = PLAIN_TAGS[entity.type];
  if (tag) return html`<${tag}>${children}</${tag}>`;
  const render = WRAPPERS[entity.type];
  return render ? render({ entity, children, text, context }) : html`<span>${children}</span>`;
}

const link = (href) => ({ children, context }) => html`<${Link} href=${href} context=${context}>${children}</${Link}>`;

const WRAPPERS = {
  pre: ({ entity, children }) => html`<pre data-language=${entity.language || null}><code>${children}</code></pre>`,
  blockquote: ({ children }) => html`<blockquote>${children}</blockquote>`,
  expandable_blockquote: ({ children }) => html`<${ExpandableQuote}>${children}</${ExpandableQuote}>`,
  spoiler: ({ children }) => html`<${Spoiler}>${children}</${Spoiler}>`,
  text_link: (part) => link(part.entity.url)(part),
  url: (part) => link(part.text)(part),
  email: (part) => link(`mailto:${part.text}`)(part),
  phone_number: (part) => link(`tel:${part.text.replace(/[^+\d]/g, "")}`)(part),
  mention: ({ children, text, context }) => link(`https://t.me/${text.slice(1)}`)({ children, context }),
  bot_command: ({ children, text, context }) => html`
    <button type="button" class="command" onClick=${() => context.sendCommand(text)}>${children}</button>`,
  date_time: ({ entity, children }) => html`<${Instant} unix=${entity.unix_time} format=${entity.date_time_format}>${children}</${Instant}>`,
};

/** A link: the playground's own bot opens through the chooser, other addresses in a new tab, unsafe ones not at all. */
export function Link({ href, context, children, cls, ...rest }) {
  const safe = safeHref(href);
  if (!safe) return html`<span class=${cls}>${children}</span>`;
  const own = parseDeepLink(href, state.bot.username);
  const choose = (event) => {
    event.preventDefault();
    update(() => { state.dialog = { kind: "chooser", parameter: own.parameter, from: context.user.id }; });
  };
  return html`
    <a class=${cls} href=${safe} target="_blank" rel="noopener noreferrer" onClick=${own ? choose : null} ...${rest}>${children}</a>`;
}

/** The instant in the reader's own zone; the text the bot wrote when it asked for no format. */
function Instant({ unix, format, children }) {
  const exact = formatInstant(unix, "wDT", emulatorNow());
  const shown = format ? formatInstant(unix, format, emulatorNow()) : "";
  return html`<time dateTime=${new Date(unix * 1000).toISOString()} title=${exact}>${shown || children}</time>`;
}

class Spoiler extends Component {
  render({ children }, { open }) {
    if (open) return html`<span class="spoiler open">${children}</span>`;
    return html`
      <button type="button" class="spoiler" aria-label=${t("spoiler")} onClick=${() => this.setState({ open: true })}>
        <span aria-hidden="true" inert>${children}</span>
      </button>`;
  }
}

class ExpandableQuote extends Component {
  render({ children }, { open }) {
    return html`
      <blockquote class=${`expandable ${open ? "open" : ""}`}>
        <span class="quote-text">${children}</span>
        <button type="button" class="quote-toggle" aria-expanded=${String(Boolean(open))}
                onClick=${() => this.setState({ open: !open })}>${t(open ? "quoteLess" : "quoteMore")}</button>
      </blockquote>`;
  }
}
