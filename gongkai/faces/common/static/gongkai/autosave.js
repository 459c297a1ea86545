// Keeps what is typed in a form marked data-autosave="<address>".
//
// 2 seconds after the last change, and every 15 seconds while changes go on, the fields that changed
// are posted there, with those marked data-always. Answers:
//   200  JSON {"at": "14:05", "fields": {"version": "7"}}: saved; hidden fields take the new values
//   409  HTML: somebody else changed the same; shown in [data-conflict], what was typed stays
//   else JSON {"problem": "…"}: not saved, and why
// What could not be sent is kept in this browser and offered at the next visit; so is, as long as the
// tab is open, a form that was sent and never arrived. The form may hold
// <p data-autosaved></p> and <div data-conflict></div>; without them they are made at its end.
//
// A form marked data-public is filled in by anybody, perhaps at a computer of everybody: what could not
// be sent is kept no longer than the tab is open, and there is no signing in to speak of. An element
// marked data-forget="<path>" on a page that follows drops what was kept of the forms below that path.

const QUIET = 2_000;
const LONGEST = 15_000;

const region = (form, name, role) => {
  const found = form.querySelector(`[${name}]`) ?? document.createElement(name === "data-autosaved" ? "p" : "div");
  if (!found.isConnected) {
    found.setAttribute(name, "");
    form.append(found);
  }
  found.setAttribute("role", role);
  return found;
};

const button = (word, run) => {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = word;
  element.addEventListener("click", run);
  return element;
};

const fields = (form) => {
  const found = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || name === "csrfmiddlewaretoken") continue;
    (found[name] ??= []).push(value);
  }
  for (const { name, type } of form.elements) {
    if (name && (type === "checkbox" || type === "select-multiple")) found[name] ??= [];
  }
  return found;
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const trimmed = (values) => values.slice(0, values.findLastIndex(Boolean) + 1);

// Rows marked data-repeat="<label with #>" are as many as somebody wants: there may have been more.
const widen = (form, name, count) => {
  const boxes = () => [...form.elements].filter((element) => element.name === name);
  for (let number = boxes().length + 1; number <= count; number += 1) {
    const row = boxes().at(-1)?.closest("[data-repeat]");
    if (!row) return;
    const copy = row.cloneNode(true);
    const box = copy.querySelector(`[name="${name}"]`);
    const label = copy.querySelector("label");
    box.id = box.id.replace(/\d+$/, number);
    label.htmlFor = box.id;
    label.textContent = row.dataset.repeat.replace("#", number);
    row.after(copy);
  }
};

// Several boxes of one name take one value each, in their order.
const fill = (form, name, values) => {
  widen(form, name, trimmed(values).length);
  let place = 0;
  for (const element of form.elements) {
    if (element.name !== name) continue;
    if (element.type === "checkbox" || element.type === "radio") element.checked = values.includes(element.value);
    else if (element.type === "select-multiple") {
      for (const option of element.options) option.selected = values.includes(option.value);
    } else if (element.type !== "file") {
      element.value = values[place++] ?? "";
      element.dispatchEvent(new CustomEvent("rich:set"));
    }
  }
};

const PREFIX = "draft:";

const autosave = (form) => {
  const key = `${PREFIX}${form.dataset.autosaveKey ?? location.pathname}`;
  const isPublic = form.dataset.public !== undefined;
  const store = () => (isPublic ? sessionStorage : localStorage);
  const status = region(form, "data-autosaved", "status");
  const conflict = region(form, "data-conflict", "alert");
  let saved = fields(form);
  let soon = 0;
  let latest = 0;
  let busy = false;
  let stopped = false;
  let leaving = false;

  const always = () => [...form.querySelectorAll("[data-always]")].map(({ name }) => name);
  const changed = () => {
    const now = fields(form);
    const kept = always();
    return Object.keys(now).filter((name) => !kept.includes(name) && !same(now[name], saved[name]));
  };

  const stamp = () => JSON.stringify(always().map((name) => fields(form)[name]));

  // Of a form that was sent nobody knows yet whether it arrives: if so, its version is another then.
  const keepSent = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), stamp: stamp(), fields: fields(form) }));
    } catch {
      // a browser that keeps nothing still has the form behind its button “back”
    }
  };
  const keep = () => {
    try {
      store().setItem(key, JSON.stringify({ at: Date.now(), fields: fields(form) }));
      return true;
    } catch {
      return false;
    }
  };
  const forget = () => {
    try {
      localStorage.removeItem(key);
      sessionStorage.removeItem(key);
    } catch {
      // a browser that keeps nothing has nothing to forget
    }
  };

  const lost = (why) => {
    const place = isPublic ? "写好的内容先留在这个标签页里，请不要关闭；" : "写好的内容先存在这台电脑的浏览器里，";
    const safe = keep() ? place : "这个浏览器不能暂存，请不要关闭页面；";
    const said = `${why}${safe}连上以后会接着保存。`;
    if (status.textContent !== said) status.textContent = said;
    soon = setTimeout(save, LONGEST);
  };

  const send = async (now, names) => {
    const data = new FormData();
    const token = form.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
    for (const name of [...names, ...always()]) for (const value of now[name] ?? []) data.append(name, value);
    for (const name of names) data.append("changed", name);
    return fetch(form.dataset.autosave, {
      method: "POST",
      body: data,
      headers: { "X-CSRFToken": token, Accept: "application/json" },
      redirect: "manual",
    });
  };

  const take = async (answer, now) => {
    if (answer.ok) {
      const said = await answer.json();
      for (const [name, value] of Object.entries(said.fields ?? {})) fill(form, name, [value]);
      saved = { ...now, ...Object.fromEntries(always().map((name) => [name, fields(form)[name]])) };
      forget();
      status.textContent = `已自动保存 ${said.at}`;
    } else if (answer.status === 409) {
      stopped = true;
      keep();
      conflict.innerHTML = await answer.text();
      conflict.tabIndex = -1;
      conflict.scrollIntoView({ block: "nearest" });
      status.textContent = "没有自动保存：这一条刚被别人改过。你写的内容都还在。";
    } else if (isPublic && (answer.type === "opaqueredirect" || answer.status === 403)) {
      keep();
      status.textContent = "页面已经过期，没有自动保存。请刷新，刷新以后可以恢复写好的内容。";
    } else if (isPublic && [404, 410].includes(answer.status)) {
      keep();
      status.textContent = "这份草稿已经提交、删除或者到期，没有自动保存。请先把写好的内容复制下来。";
    } else if (answer.type === "opaqueredirect" || answer.status === 403) {
      lost("登录已经结束，没有自动保存。请在新页面登录。");
    } else if (answer.status >= 500) {
      lost("系统没有应答。");
    } else {
      const said = await answer.json().catch(() => ({}));
      keep();
      status.textContent = `没有自动保存：${said.problem ?? "内容有问题，请看各栏的提示。"}`;
    }
  };

  const save = async () => {
    clearTimeout(soon);
    soon = 0;
    latest = 0;
    if (busy || stopped || leaving) return;
    const names = changed();
    if (!names.length) return;
    const now = fields(form);
    busy = true;
    try {
      await take(await send(now, names), now);
    } catch {
      lost("没有连上系统。");
    } finally {
      busy = false;
    }
    if (!soon && changed().length && !same(now, fields(form))) touched();
  };

  const touched = () => {
    if (stopped || !changed().length) return;
    latest ||= Date.now() + LONGEST;
    clearTimeout(soon);
    soon = setTimeout(save, Math.max(0, Math.min(QUIET, latest - Date.now())));
  };

  const offer = () => {
    let kept = null;
    try {
      if (isPublic) localStorage.removeItem(key);
      kept = JSON.parse(store().getItem(key) ?? "null");
      const sent = JSON.parse(sessionStorage.getItem(key) ?? "null");
      if (sent?.stamp === stamp()) kept ??= sent;
    } catch {
      return;
    }
    const other = Object.entries(kept?.fields ?? {}).filter(
      ([name, values]) => !always().includes(name) && name in saved && !same(trimmed(values), trimmed(saved[name])),
    );
    if (!other.length) return forget();
    const box = document.createElement("div");
    box.className = "notice warning";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "没有保存的内容");
    const text = document.createElement("p");
    text.textContent = `${isPublic ? "这个标签页里" : "这台电脑上"}有 ${new Date(kept.at).toLocaleString("zh-CN")} 没有保存成的内容。`;
    const row = document.createElement("p");
    row.className = "row";
    row.append(
      button("恢复那时写的", () => {
        for (const [name, values] of other) fill(form, name, values);
        box.remove();
        touched();
      }),
      button("不要了", () => {
        forget();
        box.remove();
      }),
    );
    box.append(text, row);
    form.prepend(box);
    return undefined;
  };

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(soon);
    if (changed().length) keepSent();
  });
  addEventListener("online", save);
  addEventListener("pageshow", () => {
    leaving = false;
  });
  addEventListener("beforeunload", (event) => {
    if (leaving || !changed().length) return;
    keep();
    event.preventDefault();
  });
  offer();
};

const forgetBelow = (path) => {
  for (const name of ["sessionStorage", "localStorage"]) {
    try {
      const store = window[name];
      for (const key of Object.keys(store)) if (key.startsWith(`${PREFIX}${path}`)) store.removeItem(key);
    } catch {
      // a browser that keeps nothing has nothing to forget
    }
  }
};

for (const form of document.querySelectorAll("form[data-autosave]")) autosave(form);
for (const { dataset } of document.querySelectorAll("[data-forget]")) forgetBelow(dataset.forget);
