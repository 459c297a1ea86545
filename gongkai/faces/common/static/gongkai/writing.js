// The editor's page: files are taken at once, each with its own progress, result and retry.
// Without this script they go with the form when it is saved.

const form = document.querySelector("form.writing");

const element = (name, text = "", className = "") => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
};

const pressed = (word, run) => {
  const made = element("button", word, "plain");
  made.type = "button";
  made.addEventListener("click", run);
  return made;
};

const arrived = (list, item, html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const rows = [...holder.content.children];
  item.replaceWith(...rows);
  for (const row of rows) window.htmx?.process(row);
  form.dispatchEvent(new Event("change", { bubbles: true }));
  return rows.some((row) => row.dataset.file);
};

const sent = (list, file, item, progress) =>
  new Promise((resolve) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("after", String(list.querySelectorAll("[data-file]").length));
    data.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.dataset.upload);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    });
    const failed = (why) => {
      progress.hidden = true;
      item.append(
        element("p", why, "problem"),
        pressed("重试", () => {
          item.replaceWith(take(list, file));
        }),
      );
      resolve(false);
    };
    request.addEventListener("load", () => {
      const fits = (request.status === 200 || request.status === 422) && !request.responseURL.includes("/login/");
      if (fits) resolve(arrived(list, item, request.responseText));
      else if (request.status === 413) failed("文件太大，系统没有收下。");
      else failed(request.status >= 500 ? "系统没有应答，请稍后重试。" : "登录已经结束，请在新页面登录后重试。");
    });
    request.addEventListener("error", () => failed("网络中断，请检查网络后重试。"));
    request.send(data);
  });

let queue = Promise.resolve();

const take = (list, file) => {
  const item = element("li", file.name, "sending");
  const progress = element("progress");
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", `${file.name} 的上传进度`);
  item.append(progress);
  if (file.size > Number(form.dataset.mostBytes)) {
    progress.hidden = true;
    item.append(element("p", "文件太大，没有上传。", "problem"), pressed("知道了", () => item.remove()));
  } else {
    queue = queue.then(() => sent(list, file, item, progress));
  }
  return item;
};

const files = () => {
  const list = form.querySelector("#attached");
  const input = form.querySelector("input[type=file]");
  const live = form.querySelector("[data-live]");
  const place = form.querySelector(".drop-here");
  if (!list || !input) return;
  const add = (chosen) => {
    const all = [...chosen];
    for (const file of all) list.append(take(list, file));
    if (all.length) live.textContent = `正在上传 ${all.length} 份文件。`;
    queue.then(() => {
      live.textContent = "上传完成，结果见各份文件。";
    });
  };
  input.addEventListener("change", (event) => {
    event.stopPropagation();
    add(input.files);
    input.value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) place.addEventListener(name, () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  place.classList.add("ready");
};

if (form) {
  for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
  files();
}
