// Findings beside the text. In the list each stands as
//   <li data-finding="12" data-part="body" data-start="34" data-quote="…" data-kind="error"
//       data-suggestion="…"> … <a href="#id_body" data-goto>…</a> <button data-mend>…</button>
// data-goto leads to the place: in the editor, in the field of that part, or to its mark on the
// page; data-mend writes the suggestion there. A mark leads back to its finding in the list.

const HERE = "here";

const point = (element) => {
  for (const other of document.querySelectorAll(`.${HERE}`)) other.classList.remove(HERE);
  element.classList.add(HERE);
};

const shown = (element) => {
  point(element);
  element.scrollIntoView({ block: "center" });
};

const fieldOf = (part) => document.querySelector(`[data-part-of="${CSS.escape(part)}"], form [name="${CSS.escape(part)}"]`);

const nearest = (text, quote, near) => {
  let best = -1;
  for (let at = text.indexOf(quote); quote && at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best;
};

const inField = (field, quote, near) => {
  const at = nearest(field.value, quote, near);
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + quote.length);
  field.scrollIntoView({ block: "center" });
  return at >= 0;
};

const told = (item, text) => {
  let note = item.querySelector("[data-told]");
  if (!note) {
    note = document.createElement("p");
    note.dataset.told = "";
    note.setAttribute("role", "status");
    item.append(note);
  }
  note.textContent = text;
};

const go = (item) => {
  const { finding, part, quote = "", start = "0" } = item.dataset;
  const mark = document.querySelector(`mark[data-finding="${CSS.escape(finding)}"]`);
  const field = fieldOf(part);
  if (mark && !field) {
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    shown(mark);
    return true;
  }
  if (!field) return false;
  point(item);
  const found = field.rich ? field.rich.locate(quote, Number(start)) : inField(field, quote, Number(start));
  told(item, found ? "" : "正文里已经没有这几个字了；重新检查后，这一条会更新。");
  if (!found) (field.rich ?? field).focus();
  return true;
};

const mend = (item) => {
  const { part, quote = "", start = "0", suggestion = "" } = item.dataset;
  const field = fieldOf(part);
  if (!field) return;
  if (field.rich) {
    told(item, field.rich.replace(quote, Number(start), suggestion) ? "已经改好，重新检查后这一条会消去。" : "没有找到原来的文字。");
    return;
  }
  if (inField(field, quote, Number(start))) {
    field.setRangeText(suggestion);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    told(item, "已经改好，重新检查后这一条会消去。");
  }
};

const listed = () => [...document.querySelectorAll("li[data-finding]")];

const draw = (field) => {
  const part = field.dataset.partOf ?? field.name;
  const mine = listed().filter((item) => item.dataset.part === part && item.dataset.quote);
  field.rich?.mark(
    mine.map(({ dataset }) => ({
      finding: dataset.finding,
      kind: dataset.kind ?? "warning",
      quote: dataset.quote,
      start: Number(dataset.start ?? 0),
    })),
  );
};

document.addEventListener("click", (event) => {
  const item = event.target.closest("li[data-finding]");
  if (item && event.target.closest("[data-mend]")) return mend(item);
  if (item && event.target.closest("[data-goto]")) {
    if (go(item)) event.preventDefault();
    return undefined;
  }
  const place = event.target.closest(".place[data-finding]");
  const back = place && listed().find(({ dataset }) => dataset.finding === place.dataset.finding);
  if (back) {
    point(back);
    back.scrollIntoView({ block: "nearest" });
  }
  return undefined;
});

document.addEventListener("rich:ready", (event) => draw(event.target));
for (const area of document.querySelectorAll("textarea[data-rich]")) if (area.rich) draw(area);
