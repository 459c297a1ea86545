// What can be written in the editor, in the form in which the system keeps it, and what becomes of
// pasted text. The library is handed over; the address of this file carries its version.

const ALIGNED = ["paragraph", "heading", "figure"];
const OWN_PICTURE = /^\/files\/\d+\//;
const GONE = "style, script, xml, title, meta, link, base, del, template, [hidden]";
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i;

const alignmentOf = (element) => {
  const named = ["center", "right"].find((way) => element.classList.contains(`align-${way}`));
  const said = named || element.style.textAlign || element.getAttribute("align");
  return said === "center" || said === "right" ? said : null;
};

const alignment = (lib) =>
  lib.Extension.create({
    name: "alignment",
    addGlobalAttributes: () => [
      {
        types: ALIGNED,
        attributes: {
          align: {
            default: null,
            parseHTML: alignmentOf,
            renderHTML: ({ align }) => (align ? { class: `align-${align}` } : {}),
          },
        },
      },
    ],
    addKeyboardShortcuts() {
      const to = (align) => () => align_to(this.editor, align);
      return { "Mod-Shift-l": to(null), "Mod-Shift-e": to("center"), "Mod-Shift-r": to("right") };
    },
  });

export const align_to = (editor, align) =>
  ALIGNED.reduce((chain, type) => chain.updateAttributes(type, { align }), editor.chain().focus()).run();

const table = (lib) =>
  lib.Table.extend({
    addNodeView: null,
    addAttributes() {
      return {
        ...this.parent?.(),
        caption: {
          default: "",
          parseHTML: (element) => element.querySelector("caption")?.textContent.trim() ?? "",
          renderHTML: () => ({}),
        },
      };
    },
    parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
    renderHTML({ node }) {
      const caption = node.attrs.caption ? [["caption", {}, node.attrs.caption]] : [];
      return ["div", { class: "wide" }, ["table", {}, ...caption, ["tbody", 0]]];
    },
  });

const figure = (lib) =>
  lib.Node.create({
    name: "figure",
    group: "block",
    content: "image caption?",
    draggable: true,
    isolating: true,
    parseHTML: () => [{ tag: "figure" }],
    renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, 0],
  });

const plain = (extension) => extension.extend({ addAttributes: () => ({}) });

// The places of findings, drawn over the text without touching it.
const places = (lib) =>
  lib.Extension.create({
    name: "places",
    addProseMirrorPlugins() {
      const { DecorationSet } = lib.pm.view;
      return [
        new lib.Plugin({
          key: new lib.pm.state.PluginKey("places"),
          state: {
            init: () => DecorationSet.empty,
            apply: (step, old) => step.getMeta("places") ?? old.map(step.mapping, step.doc),
          },
          props: {
            decorations(state) {
              return this.getState(state);
            },
          },
        }),
      ];
    },
  });

export const extensions = (lib, keys) => [
  lib.Document,
  lib.Paragraph,
  lib.Text,
  lib.HardBreak,
  lib.Heading.configure({ levels: [2, 3, 4] }),
  lib.Bold,
  lib.Italic,
  lib.Underline,
  lib.Strike,
  lib.Subscript,
  lib.Superscript,
  lib.Blockquote,
  lib.BulletList,
  lib.OrderedList,
  lib.ListItem,
  lib.HorizontalRule,
  lib.Link.configure({ openOnClick: false, autolink: false, enableTarget: false }),
  table(lib),
  lib.TableRow,
  lib.TableHeader,
  lib.TableCell,
  figure(lib),
  plain(lib.Caption),
  lib.Image,
  lib.UndoRedo,
  lib.Gapcursor,
  lib.Dropcursor,
  alignment(lib),
  places(lib),
  lib.Extension.create({ name: "keys", addKeyboardShortcuts: () => keys }),
];

// The policy of the page also rules pasted HTML while it is read: styles and handlers would be
// refused aloud. They are set aside before, and styles that mean something become elements.
const disarmed = (html) =>
  html
    .replace(/<!--[^]*?-->|<(style|script|xml)\b[^]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(?=\s*=)/gi, "$1data-style").replace(/\son\w+(?=\s*=)/gi, " data-on"));

const MEANINGS = [
  [/font-weight\s*:\s*(bold|[6-9]00)/i, "strong"],
  [/font-style\s*:\s*italic/i, "em"],
  [/text-decoration[a-z-]*\s*:[^;]*underline/i, "u"],
  [/text-decoration[a-z-]*\s*:[^;]*line-through/i, "s"],
];

const meant = (element) => {
  const said = element.dataset.style;
  delete element.dataset.style;
  if (HIDDEN.test(said)) return element.remove();
  const [, align] = /text-align\s*:\s*(center|right)/i.exec(said) ?? [];
  if (align) element.classList.add(`align-${align.toLowerCase()}`);
  for (const [pattern, tag] of element.matches("span, p, font, b, strong") ? MEANINGS : []) {
    if (!pattern.test(said)) continue;
    const inner = element.ownerDocument.createElement(tag);
    inner.append(...element.childNodes);
    element.append(inner);
  }
  return undefined;
};

// Pasted HTML without what will not be kept; tells how many pictures were left out.
export const cleaned = (html, tell) => {
  const page = new DOMParser().parseFromString(disarmed(html), "text/html");
  for (const element of page.querySelectorAll(GONE)) element.remove();
  for (const element of page.querySelectorAll("[data-style]")) meant(element);
  const strange = [...page.querySelectorAll("img")].filter(
    (picture) => !OWN_PICTURE.test(picture.getAttribute("src") ?? ""),
  );
  for (const picture of strange) picture.remove();
  for (const [old, level] of [["h1", "h2"], ["h5", "h4"], ["h6", "h4"]]) {
    for (const heading of page.querySelectorAll(old)) {
      const other = page.createElement(level);
      other.append(...heading.childNodes);
      heading.replaceWith(other);
    }
  }
  for (const paragraph of page.querySelectorAll("p")) {
    const empty = !paragraph.textContent.trim() && !paragraph.querySelector("img");
    if (empty && !paragraph.closest("td, th")) paragraph.remove();
  }
  if (strange.length) tell(`粘贴的内容里有 ${strange.length} 张图片没有带入。请先上传图片，再用“插图”放进来。`);
  return page.body.innerHTML;
};
