// A page on which boxes are drawn with the mouse: the sides go into the form, in percent.
// Everything can be done without it, by words or by numbers.

const page = document.querySelector("svg[data-cover]");
const form = document.querySelector("form[data-placing]");

if (page && form) {
  const [, , across, high] = page.getAttribute("viewBox").split(" ").map(Number);
  const field = (name) => form.elements.namedItem(name);
  const drawn = form.querySelector("[data-drawn]");
  const space = "http://www.w3.org/2000/svg";
  const least = 4;
  let start = null;
  let box = null;

  form.querySelector("[data-drawing]").hidden = false;
  page.classList.add("draws");

  const place = (event) => {
    const frame = page.getBoundingClientRect();
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    return {
      x: within(((event.clientX - frame.left) / frame.width) * across, across),
      y: within(((event.clientY - frame.top) / frame.height) * high, high),
    };
  };

  const shape = (end) => ({
    x: Math.min(start.x, end.x),
    y: Math.min(start.y, end.y),
    width: Math.abs(end.x - start.x),
    height: Math.abs(end.y - start.y),
  });

  const show = (sides) => {
    if (!box) {
      box = document.createElementNS(space, "rect");
      box.setAttribute("class", "new");
      page.append(box);
    }
    for (const [name, value] of Object.entries(sides)) box.setAttribute(name, value.toFixed(2));
  };

  const drop = () => {
    box?.remove();
    box = null;
    if (drawn) drawn.hidden = true;
  };

  page.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    event.preventDefault();
    page.setPointerCapture(event.pointerId);
    start = place(event);
  });
  page.addEventListener("pointermove", (event) => {
    if (start) show(shape(place(event)));
  });
  page.addEventListener("pointercancel", () => {
    start = null;
  });
  page.addEventListener("pointerup", (event) => {
    if (!start) return;
    const sides = shape(place(event));
    start = null;
    if (sides.width < least || sides.height < least) return drop();
    show(sides);
    field("first").value = "";
    field("last").value = "";
    field("x").value = ((sides.x / across) * 100).toFixed(2);
    field("y").value = ((sides.y / high) * 100).toFixed(2);
    field("width").value = ((sides.width / across) * 100).toFixed(2);
    field("height").value = ((sides.height / high) * 100).toFixed(2);
    if (drawn) drawn.hidden = false;
    field("ground").focus();
  });

  for (const name of ["first", "last"]) {
    field(name).addEventListener("change", () => {
      for (const side of ["x", "y", "width", "height"]) field(side).value = "";
      drop();
    });
  }
}
