// The report page: arrow keys in the tables, and the opened cell beside them instead of on a page of its own.
"use strict";

(() => {
  const panel = document.getElementById("panel");

  for (const grid of document.querySelectorAll("table.grid")) {
    const lines = () => [...grid.rows].map((row) => [...row.querySelectorAll("td > a")]).filter((cells) => cells.length);
    const all = [...grid.querySelectorAll("td > a")];
    const rest = (current) => {
      for (const cell of all) cell.tabIndex = cell === current ? 0 : -1;
    };
    if (all.length) rest(all[0]);
    grid.addEventListener("focusin", (event) => {
      if (all.includes(event.target)) rest(event.target);
    });
    grid.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
      const step = steps[event.key];
      if (!step || !all.includes(event.target)) return;
      const rows = lines();
      const row = rows.findIndex((cells) => cells.includes(event.target));
      const column = rows[row].indexOf(event.target);
      const there = rows[row + step[0]];
      const next = there && there[Math.min(column + step[1], step[0] ? there.length - 1 : column + step[1])];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    });
  }

  if (!panel || !window.htmx) return;
  let opener = null;

  document.body.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cell]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    opener = link;
    window.htmx.ajax("GET", link.href, { target: panel, select: "#cell", swap: "innerHTML" });
  });

  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target !== panel) return;
    for (const open of document.querySelectorAll("td.open")) open.classList.remove("open");
    const td = opener && opener.closest("td");
    if (td) {
      td.classList.add("open");
      td.scrollIntoView({ block: "nearest" });
    }
    const cell = document.getElementById("cell");
    if (!cell) return;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "plain no-print";
    close.textContent = "关闭（Esc）";
    close.addEventListener("click", shut);
    cell.append(close);
    cell.tabIndex = -1;
    cell.focus();
    cell.scrollIntoView({ block: "nearest" });
  });

  const shut = () => {
    panel.replaceChildren();
    for (const open of document.querySelectorAll("td.open")) open.classList.remove("open");
    if (opener) opener.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.childElementCount) shut();
  });
})();
