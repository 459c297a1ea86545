// Shortcuts of the desk, listed under “?”: letters alone, so only where nothing is being typed.
//
// A page may name its own: data-key="n" on a link or a button. j and k walk the rows of a table
// marked data-rows, x ticks one, Enter opens it. Whoever is disturbed by them switches them off.

const GOALS = { h: "home", i: "items", c: "changes", l: "library", m: "mine" };
const dialog = document.querySelector("dialog[data-keys]");
const toggle = dialog?.querySelector("[data-keys-on]");
const OFF = "keys-off";
let waiting = 0;

const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
};

const keepChoice = (off) => {
  try {
    if (off) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
  } catch {
    // a browser that keeps nothing keeps no choice either
  }
};

const typing = (target) =>
  target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], dialog");

const doors = () => Object.fromEntries(
  [...document.querySelectorAll(".areas [data-area]")].map((link) => [link.dataset.area, link]),
);

const rows = () => [...document.querySelectorAll("table[data-rows] tbody tr")];

const walk = (step) => {
  const all = rows();
  if (!all.length) return false;
  const now = all.indexOf(document.activeElement?.closest("tr"));
  const next = all[Math.max(0, Math.min(all.length - 1, now + step))];
  next.querySelector("a")?.focus();
  return true;
};

const tick = () => {
  const box = document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
};

const own = (key) => {
  const found = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  found?.click();
  return Boolean(found);
};

const help = () => {
  if (!dialog || dialog.open) return false;
  dialog.showModal();
  return true;
};

const search = () => {
  const field = document.querySelector("[data-search]");
  field?.focus();
  return Boolean(field);
};

// Ctrl and S is saved for saving: a browser's own would keep the page, not the text.
const KEYS = { "?": help, "/": search, j: () => walk(1), k: () => walk(-1), x: tick };

const go = (key) => {
  waiting = 0;
  const door = doors()[GOALS[key]];
  door?.click();
  return Boolean(door);
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s" && own("s")) return event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey || isOff() || typing(event.target)) return undefined;
  if (waiting && Date.now() - waiting < 1500 && go(event.key)) return event.preventDefault();
  if (event.key === "g") {
    waiting = Date.now();
    return undefined;
  }
  const run = KEYS[event.key];
  if (run ? run() : own(event.key)) event.preventDefault();
  return undefined;
});

if (toggle) {
  toggle.checked = !isOff();
  toggle.addEventListener("change", () => keepChoice(!toggle.checked));
}
for (const button of document.querySelectorAll("[data-keys-open]")) {
  button.hidden = false;
  button.addEventListener("click", help);
}
