// Out of the page: into a file, or onto the clipboard.
import { make } from "./text.js";

export function saveFile(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// Tells whether it was copied; a frame or an old browser may only have the older way.
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
  const back = document.activeElement,
    area = make("textarea", { class: "out-of-sight", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  back.focus();
  return copied;
}
