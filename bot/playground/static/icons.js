/** Line icons, drawn on a 24-unit grid. They are decoration only: each control that shows one has its own label. */

import { html } from "./vendor/htm-preact.js";

const PATHS = {
  send: "M4 12 20 4l-5 16-4-7z M11 13l9-9",
  attach: "m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.400 3.400 0 0 1 4.800 4.800l-8.400 8.400a1.700 1.700 0 0 1-2.400-2.400L14.500 7",
  dots: "M12 5v.01 M12 12v.01 M12 19v.01",
  more: "M5 12h.01 M12 12h.01 M19 12h.01",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M12 7v5l3 2",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  scenes: "M4 6h16 M4 12h10 M4 18h7 M17 13.500v6l4.500-3z",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6 M16 4.500a3.500 3.500 0 0 1 0 6.500 M18 14.500c2 .8 3.200 2.700 3.500 5.500",
  download: "M12 4v11 M7 11l5 5 5-5 M5 20h14",
  reset: "M4 5v5h5 M4.500 10A8 8 0 1 1 4 14",
  code: "m8 7-5 5 5 5 M16 7l5 5-5 5 M13.500 5l-3 14",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z M12 2v2 M12 20v2 M2 12h2 M20 12h2 M5 5l1.400 1.400 M17.600 17.600 19 19 M5 19l1.400-1.400 M17.600 6.400 19 5",
  help: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M9.500 9.500a2.500 2.500 0 1 1 3.600 2.200c-.8.500-1.100.9-1.100 1.800 M12 16.500v.01",
  plus: "M12 5v14 M5 12h14",
  close: "M6 6l12 12 M18 6 6 18",
  down: "m6 9 6 6 6-6",
  reply: "M9 6 4 11l5 5 M4 11h9c4 0 7 2 7 7",
  edit: "m4 20 1-4L16 5l3 3L8 19z M14 7l3 3",
  trash: "M4 7h16 M9 7V4h6v3 M6.500 7l1 13h9l1-13",
  copy: "M9 9h11v11H9z M5 15H4V4h11v1",
  keyboard: "M3 6h18v12H3z M7 10h.01 M12 10h.01 M17 10h.01 M8 14h8",
  photo: "M4 5h16v14H4z M4 16l5-5 4 4 2-2 5 5 M15.500 9v.01",
  file: "M6 3h8l4 4v14H6z M14 3v4h4",
  pin: "M12 21s7-6 7-11.500a7 7 0 1 0-14 0C5 15 12 21 12 21z M12 7.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  contact: "M12 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z M5 20c.5-4 3-6 7-6s6.500 2 7 6",
  external: "M9 5H5v14h14v-4 M13 4h7v7 M20 4l-9 9",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1 M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  slash: "M15 5 9 19",
  check: "m5 12 5 5 9-11",
  alert: "M12 4 2.500 20h19z M12 10v4 M12 17v.01",
  block: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M5.700 5.700l12.600 12.600",
  hide: "M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6z M4 20 20 4",
  chart: "M5 20V10 M12 20V4 M19 20v-7",
  language: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z M3 12h18 M12 3c3 3 3 15 0 18 M12 3c-3 3-3 15 0 18",
};

/** One icon; its size follows the text around it. */
export function Icon({ name }) {
  return html`<svg class=${`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>`;
}
