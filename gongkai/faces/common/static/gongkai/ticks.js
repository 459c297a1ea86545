// Lists whose rows are ticked: all of the page at once, and how many are ticked now.

for (const form of document.querySelectorAll("form[data-ticks]")) {
  const all = form.querySelector("[data-all]");
  const count = form.querySelector("[data-count]");
  const boxes = [...form.querySelectorAll("tbody input[type=checkbox]")];
  if (!all || !boxes.length) continue;
  all.hidden = false;
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    if (count) count.textContent = ticked ? `已选 ${ticked} 条` : "勾选后一起办理";
  };
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  form.addEventListener("change", tell);
  tell();
}
