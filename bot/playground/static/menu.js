/** A button that opens a small panel: Escape, a click outside or a chosen item closes it and focus goes back to the button. */

import { Component, html } from "./vendor/htm-preact.js";
import { Icon } from "./icons.js";

export class Menu extends Component {
  constructor(props) {
    super(props);
    this.state = { open: false, up: false };
  }

  componentWillUnmount() {
    this.listen(false);
  }

  listen(on) {
    const change = on ? document.addEventListener : document.removeEventListener;
    change.call(document, "pointerdown", this.outside, true);
  }

  outside = (event) => {
    if (!this.root.contains(event.target)) this.close(false);
  };

  open = () => {
    const limit = this.root.closest("[data-menu-frame]")?.getBoundingClientRect() ?? { bottom: innerHeight };
    const up = limit.bottom - this.root.getBoundingClientRect().bottom < (this.props.room ?? 220);
    this.setState({ open: true, up }, () => this.props.focusFirst && this.items()[0]?.focus());
    this.listen(true);
  };

  close = (refocus = true) => {
    this.listen(false);
    this.setState({ open: false });
    if (refocus) this.button.focus();
  };

  items() {
    return [...this.root.querySelectorAll(".panel :is(button, a[href], input, select)")];
  }

  onKeyDown = (event) => {
    if (!this.state.open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.target.matches("input, select, textarea")) this.move(event, step);
  };

  move(event, step) {
    event.preventDefault();
    event.stopPropagation();
    const items = this.items();
    const at = items.indexOf(document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  }

  onFocusOut = (event) => {
    if (this.state.open && event.relatedTarget && !this.root.contains(event.relatedTarget)) this.close(false);
  };

  render({ label, icon, text, cls = "", align = "end", children, buttonProps = {}, badge }) {
    const { open, up } = this.state;
    return html`
      <div class=${`menu ${cls}`} ref=${(node) => { this.root = node; }} onKeyDown=${this.onKeyDown} onFocusOut=${this.onFocusOut}>
        <button type="button" class=${text ? "tool" : "icon-button"} aria-expanded=${String(open)} title=${label}
                aria-label=${label} ref=${(node) => { this.button = node; }}
                onClick=${() => (open ? this.close() : this.open())} ...${buttonProps}>
          <${Icon} name=${icon} />${text && html`<span class="tool-text">${text}</span>`}${badge}
        </button>
        ${open && html`<div class=${`panel align-${align} ${up ? "up" : ""}`} role="group" aria-label=${label}>
          ${children(this.close)}
        </div>`}
      </div>`;
  }
}

/** A row of a menu: closes the menu, then acts. */
export function MenuItem({ icon, onClick, close, danger, children, ...rest }) {
  const act = () => {
    close(true);
    onClick();
  };
  return html`
    <button type="button" class=${`menu-item ${danger ? "danger" : ""}`} onClick=${act} ...${rest}>
      <${Icon} name=${icon} /><span>${children}</span>
    </button>`;
}
