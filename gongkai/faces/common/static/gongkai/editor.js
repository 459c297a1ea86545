// Turns each field marked data-rich into an editor. The field stays, out of sight, and keeps the
// value that the form sends; without this script it is written in directly.
// Other scripts reach the editor through the field: `field.rich.locate(…)`, `field.rich.mark(…)`.

const labelled = (area) => {
  const label = document.querySelector(`label[for="${area.id}"]`);
  if (label) {
    label.id ||= `${area.id}-label`;
    label.addEventListener("click", () => area.rich.focus());
  }
  return label;
};

const noted = (root) => {
  const note = document.createElement("p");
  note.className = "rich-note";
  note.setAttribute("role", "status");
  root.append(note);
  return (text) => {
    note.textContent = text;
  };
};

// Where a quote stands in the text: of several places the one nearest to where it was found.
const located = (doc, quote, near) => {
  const wanted = quote.trim().split("\n")[0];
  let best = null;
  let at = 0;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, "", (leaf) => (leaf.type.name === "hardBreak" ? "\n" : "\ufffc"));
    for (let here = text.indexOf(wanted); wanted && here >= 0; here = text.indexOf(wanted, here + 1)) {
      const far = Math.abs(at + here - near);
      if (!best || far < best.far) best = { far, from: position + 1 + here, to: position + 1 + here + wanted.length };
    }
    at += text.length + 1;
    return false;
  });
  return best;
};

const handle = (editor, lib) => ({
  editor,
  focus: () => editor.commands.focus(),
  // Select the place of a finding and bring it into view; tells whether it is still there.
  locate(quote, near = 0) {
    const place = located(editor.state.doc, quote, near);
    if (!place) return false;
    editor.chain().focus(null, { scrollIntoView: false }).setTextSelection(place).run();
    const { node } = editor.view.domAtPos(place.from);
    (node.nodeType === 1 ? node : node.parentElement).scrollIntoView({ block: "center" });
    return true;
  },
  replace(quote, near, text) {
    const place = located(editor.state.doc, quote, near);
    if (place) editor.chain().focus().insertContentAt(place, { type: "text", text }).run();
    return Boolean(place);
  },
  // Draw the places of findings: {finding, kind, quote, start} each.
  mark(findings) {
    const { Decoration, DecorationSet } = lib.pm.view;
    const { doc } = editor.state;
    const drawn = findings.flatMap(({ finding, kind, quote, start }) => {
      const place = located(doc, quote, start);
      const attributes = { class: `place ${kind}`, "data-finding": finding };
      return place ? [Decoration.inline(place.from, place.to, attributes)] : [];
    });
    editor.view.dispatch(editor.state.tr.setMeta("places", DecorationSet.create(doc, drawn)));
  },
});

const start = async (area) => {
  const root = area.closest(".rich");
  const [lib, text, bars] = await Promise.all(
    [root.dataset.library, root.dataset.text, root.dataset.bar].map((address) => import(address)),
  );
  const label = labelled(area);
  const tell = noted(root);
  const keys = {
    "Mod-k": () => Boolean(bars.QUESTIONS.link(editor)),
    "Alt-F10": () => Boolean(root.querySelector('.rich-bar [tabindex="0"]')?.focus() ?? true),
  };
  const described = area.getAttribute("aria-describedby");
  const frame = document.createElement("div");
  const editor = new lib.Editor({
    element: frame,
    injectCSS: false, // a style element of its own would be against the content security policy
    editable: !area.disabled && !area.readOnly,
    extensions: text.extensions(lib, keys),
    content: area.value,
    editorProps: {
      attributes: {
        class: "rich-text",
        role: "textbox",
        "aria-multiline": "true",
        ...(label ? { "aria-labelledby": label.id } : { "aria-label": "正文" }),
        ...(described ? { "aria-describedby": described } : {}),
        ...(area.required ? { "aria-required": "true" } : {}),
        ...(area.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
      },
      // Several blocks that are pasted into an empty paragraph stay as they are, the first included.
      transformPasted: (slice, view) =>
        slice.content.childCount > 1 && !view.state.selection.$from.parent.content.size
          ? new lib.pm.model.Slice(slice.content, 0, 0)
          : slice,
      transformPastedHTML: (html) => text.cleaned(html, tell),
      handlePaste: (view, event) => {
        const files = event.clipboardData?.files.length && !event.clipboardData.getData("text/html");
        if (files) tell("图片不能直接粘贴。请先上传图片，再用“插图”放进来。");
        return Boolean(files);
      },
      handleDrop: (view, event) => {
        const files = event.dataTransfer?.files.length;
        if (files) {
          event.preventDefault();
          tell("文件不能直接拖到正文里。请先在附件一栏上传。");
        }
        return Boolean(files);
      },
    },
    onUpdate: () => {
      area.value = editor.isEmpty ? "" : editor.getHTML();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const help = { images: root.dataset.imagesUrl, tell };
  if (editor.isEditable) root.prepend(bars.bar(editor, help, label?.firstChild?.textContent.trim() ?? "正文", text.align_to));
  area.before(frame);
  area.hidden = true;
  area.required = false; // a field out of sight cannot be pointed at; the form says it instead
  area.rich = handle(editor, lib);
  area.addEventListener("rich:set", () => editor.commands.setContent(area.value, { emitUpdate: false }));
  area.dispatchEvent(new CustomEvent("rich:ready", { bubbles: true }));
};

for (const area of document.querySelectorAll("textarea[data-rich]")) {
  start(area).catch((error) => {
    area.hidden = false; // the plain field still works
    console.warn(error);
  });
}
