// The bar above the editor, in words, and the questions it asks. Arrow keys move along the bar.

const made = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

let count = 0;

const field = (question) => {
  const id = `rich-question-${(count += 1)}`;
  const { name, label, kind = "text", help, ...rest } = question;
  const input = made("input", { id, name, type: kind, ...rest });
  const tick = kind === "checkbox";
  const text = made("label", { for: id }, label);
  const parts = tick ? [input, " ", text] : [text, input];
  if (help) {
    input.setAttribute("aria-describedby", `${id}-help`);
    parts.push(made("span", { class: "help", id: `${id}-help` }, help));
  }
  return made("div", { class: tick ? "field tick" : "field" }, ...parts);
};

// Ask something in a dialog; answers with the form's data, or nothing when it was called off.
export const ask = (title, questions, go, ...more) =>
  new Promise((resolve) => {
    const cancel = made("button", { type: "button" }, "不做了");
    const id = `rich-title-${(count += 1)}`;
    const form = made(
      "form",
      { method: "dialog" },
      made("h2", { id }, title),
      ...more,
      ...questions.map(field),
      made("p", { class: "row" }, made("button", { class: "first", value: "go" }, go), cancel),
    );
    const box = made("dialog", { class: "rich-dialog", "aria-labelledby": id }, form);
    cancel.addEventListener("click", () => box.close());
    box.addEventListener("close", () => {
      const data = box.returnValue === "go" ? new FormData(form) : null;
      box.remove();
      resolve(data);
    });
    // The questions stand outside any form of the page: a dialog in a form would send that form.
    document.body.append(box);
    box.showModal();
  });

const link = async (editor) => {
  const href = editor.getAttributes("link").href ?? "";
  const questions = [
    { name: "href", label: "网址", value: href, required: true, help: "例如 https://… 或者本站的 /…" },
  ];
  if (editor.state.selection.empty && !href) questions.push({ name: "words", label: "链接的文字", required: true });
  const said = await ask("链接", questions, "加上链接");
  if (!said) return;
  const chain = editor.chain().focus().extendMarkRange("link");
  const mark = { type: "link", attrs: { href: said.get("href").trim() } };
  if (said.has("words")) chain.insertContent({ type: "text", text: said.get("words"), marks: [mark] }).run();
  else chain.setLink(mark.attrs).run();
};

const grid = async (editor) => {
  const number = { kind: "number", min: 1, max: 60, required: true };
  const said = await ask(
    "插入表格",
    [
      { name: "rows", label: "行数（含标题行）", value: 3, ...number },
      { name: "cols", label: "列数", value: 3, ...number },
      { name: "head", label: "第一行是标题行", kind: "checkbox", checked: true },
      { name: "caption", label: "表格名称（可以不填）" },
    ],
    "插入表格",
  );
  if (!said) return;
  const size = { rows: Number(said.get("rows")), cols: Number(said.get("cols")) };
  editor.chain().focus().insertTable({ ...size, withHeaderRow: said.has("head") }).run();
  editor.commands.updateAttributes("table", { caption: said.get("caption").trim() });
};

const named = async (editor) => {
  const value = editor.getAttributes("table").caption;
  const said = await ask("表格名称", [{ name: "caption", label: "名称", value }], "改好了");
  if (said) editor.chain().focus().updateAttributes("table", { caption: said.get("caption").trim() }).run();
};

const ALT = { name: "alt", label: "替代文字", help: "看不到图片的人靠它知道图上有什么；只作装饰的图片留空。" };

const offered = async (address) => {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, redirect: "manual" });
  if (!answer.ok) throw new Error(answer.type);
  return (await answer.json()).pictures;
};

const choices = (pictures) =>
  made(
    "fieldset",
    { class: "rich-pictures" },
    made("legend", {}, "选一张已经上传的图片"),
    ...pictures.map(({ address, name, alt }, index) =>
      made(
        "label",
        {},
        made("input", { type: "radio", name: "src", value: address, required: true, checked: !index }),
        made("img", { src: address, alt: alt ?? "", loading: "lazy" }),
        name,
      ),
    ),
  );

const picture = async (editor, { images, tell }) => {
  let pictures = [];
  try {
    pictures = images ? await offered(images) : [];
  } catch {
    return tell("没有取到图片清单。请检查网络，再试一次。");
  }
  if (!pictures.length) return tell("还没有可以插入的图片。请先在附件一栏上传图片。");
  const said = await ask("插图", [ALT, { name: "caption", label: "图下的说明（可以不填）" }], "插入图片", choices(pictures));
  if (!said) return undefined;
  const src = said.get("src");
  const alt = said.get("alt").trim() || pictures.find(({ address }) => address === src).alt || "";
  const caption = said.get("caption").trim();
  const content = [{ type: "image", attrs: { src, alt } }];
  if (caption) content.push({ type: "caption", content: [{ type: "text", text: caption }] });
  editor.chain().focus().insertContent({ type: "figure", content }).run();
  return undefined;
};

const described = async (editor) => {
  const value = editor.getAttributes("image").alt ?? "";
  const said = await ask("替代文字", [{ ...ALT, value }], "改好了");
  if (said) editor.chain().focus().updateAttributes("image", { alt: said.get("alt").trim() }).run();
};

const does = (name, ...values) => (editor) => editor.chain().focus()[name](...values).run();
const is = (...values) => (editor) => editor.isActive(...values);
const inTable = is("table");

export const QUESTIONS = { link };

const groups = (align) => [
  [
    { word: "加粗", key: "Control+B", run: does("toggleBold"), on: is("bold") },
    { word: "斜体", key: "Control+I", run: does("toggleItalic"), on: is("italic") },
    { word: "下划线", key: "Control+U", run: does("toggleUnderline"), on: is("underline") },
    { word: "上标", run: does("toggleSuperscript"), on: is("superscript") },
    { word: "下标", run: does("toggleSubscript"), on: is("subscript") },
  ],
  [
    { word: "居左", key: "Control+Shift+L", run: (editor) => align(editor, null) },
    { word: "居中", key: "Control+Shift+E", run: (editor) => align(editor, "center"), on: is({ align: "center" }) },
    { word: "居右", key: "Control+Shift+R", run: (editor) => align(editor, "right"), on: is({ align: "right" }) },
  ],
  [
    { word: "项目列表", key: "Control+Shift+8", run: does("toggleBulletList"), on: is("bulletList") },
    { word: "编号列表", key: "Control+Shift+7", run: does("toggleOrderedList"), on: is("orderedList") },
    { word: "引用", run: does("toggleBlockquote"), on: is("blockquote") },
    { word: "分隔线", run: does("setHorizontalRule") },
  ],
  [
    { word: "链接", key: "Control+K", run: link, on: is("link") },
    { word: "去掉链接", run: does("unsetLink"), shown: is("link") },
    { word: "插图", run: picture },
    { word: "替代文字", run: described, shown: is("image") },
    { word: "表格", run: grid, shown: (editor) => !inTable(editor) },
  ],
  [
    { word: "加一行", run: does("addRowAfter"), shown: inTable },
    { word: "删这行", run: does("deleteRow"), shown: inTable },
    { word: "加一列", run: does("addColumnAfter"), shown: inTable },
    { word: "删这列", run: does("deleteColumn"), shown: inTable },
    { word: "标题行", run: does("toggleHeaderRow"), shown: inTable },
    { word: "合并或拆开单元格", run: does("mergeOrSplit"), shown: inTable },
    { word: "表格名称", run: named, shown: inTable },
    { word: "删除表格", run: does("deleteTable"), shown: inTable },
  ],
  [
    { word: "撤销", key: "Control+Z", run: does("undo"), able: (editor) => editor.can().undo() },
    { word: "重做", key: "Control+Shift+Z", run: does("redo"), able: (editor) => editor.can().redo() },
  ],
];

const STYLES = [["0", "正文"], ["2", "一级标题"], ["3", "二级标题"], ["4", "三级标题"]];

const styles = (editor) => {
  const options = STYLES.map(([value, word]) => made("option", { value }, word));
  const select = made("select", { "aria-label": "段落样式" }, ...options);
  select.addEventListener("change", () => {
    const level = Number(select.value);
    const chain = editor.chain().focus();
    (level ? chain.setHeading({ level }) : chain.setParagraph()).run();
  });
  const show = () => {
    select.value = editor.isActive("heading") ? String(editor.getAttributes("heading").level) : "0";
  };
  return [select, show];
};

const button = (editor, help, { word, key, run, on, shown, able }) => {
  const title = key ? `${word}（${key.replace("Control", "Ctrl")}）` : undefined;
  const element = made("button", { type: "button", "aria-keyshortcuts": key, title }, word);
  element.addEventListener("click", () => element.ariaDisabled !== "true" && run(editor, help));
  const show = () => {
    if (on) element.setAttribute("aria-pressed", String(on(editor)));
    if (shown) element.hidden = !shown(editor);
    if (able) element.setAttribute("aria-disabled", String(!able(editor)));
  };
  return [element, show];
};

// One stop for the Tab key; arrows, Home and End move along the bar, Escape returns to the text.
const roving = (bar, editor) => {
  const stops = () => [...bar.querySelectorAll("select, button")].filter((stop) => !stop.hidden);
  const rest = (current) => {
    for (const stop of bar.querySelectorAll("select, button")) stop.tabIndex = stop === current ? 0 : -1;
  };
  bar.addEventListener("focusin", (event) => rest(event.target));
  bar.addEventListener("keydown", (event) => {
    const all = stops();
    const at = all.indexOf(event.target);
    const moves = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 };
    if (event.key === "Escape") editor.commands.focus();
    if (!(event.key in moves)) return;
    event.preventDefault();
    all[(moves[event.key] + all.length) % all.length].focus();
  });
  rest(stops()[0]);
  return () => {
    const current = bar.querySelector('[tabindex="0"]');
    if (!current || current.hidden) rest(stops()[0]);
  };
};

// The bar of one editor; `help` tells things to the person and knows where pictures are offered.
export const bar = (editor, help, label, align) => {
  const [select, showStyle] = styles(editor);
  const shows = [showStyle];
  const parts = groups(align).map((group) => {
    const buttons = group.map((item) => {
      const [element, show] = button(editor, help, item);
      shows.push(show);
      return element;
    });
    return made("div", { class: "rich-group" }, ...buttons);
  });
  const element = made(
    "div",
    { class: "rich-bar", role: "toolbar", "aria-label": `${label}：格式` },
    made("div", { class: "rich-group" }, select),
    ...parts,
  );
  shows.push(roving(element, editor));
  const show = () => {
    for (const each of shows) each();
  };
  editor.on("transaction", show);
  show();
  return element;
};
