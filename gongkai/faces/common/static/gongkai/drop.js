// File drop: many files, each sent by itself with its own progress, result and retry.
// Without this script the form below sends all files at once.
"use strict";

(() => {
  const form = document.querySelector("form[data-drop]");
  if (!form || !window.FormData) return;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-files]");
  const live = form.querySelector("[data-live]");
  const most = { bytes: Number(form.dataset.mostBytes), files: Number(form.dataset.mostFiles) };
  const chosen = [];
  let address = "";

  const element = (name, text = "", className = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const size = (bytes) =>
    bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;

  const show = (entry, state, word, problem = "") => {
    entry.state = state;
    entry.tag.className = `tag ${state}`;
    entry.tag.textContent = word;
    entry.problem.textContent = problem;
    entry.progress.hidden = state !== "reading";
    entry.retry.hidden = state !== "failed" || !entry.again;
    entry.drop.hidden = state === "reading" || state === "read";
  };

  const add = (file) => {
    if (chosen.some((other) => other.file.name === file.name && other.file.size === file.size)) return;
    const entry = { file, again: true };
    entry.item = element("li");
    const name = element("span", `${file.name}（${size(file.size)}）`);
    entry.tag = element("span", "", "tag");
    entry.progress = element("progress");
    entry.progress.max = 1;
    entry.progress.value = 0;
    entry.progress.setAttribute("aria-label", `${file.name} 的上传进度`);
    entry.problem = element("p", "", "problem small");
    const actions = element("span", "", "row problem");
    entry.retry = element("button", "重试");
    entry.retry.type = "button";
    entry.retry.addEventListener("click", () => send(entry).then(finish));
    entry.drop = element("button", "不传这份", "plain");
    entry.drop.type = "button";
    entry.drop.addEventListener("click", () => {
      chosen.splice(chosen.indexOf(entry), 1);
      entry.item.remove();
      input.focus();
    });
    actions.append(entry.retry, entry.drop);
    entry.item.append(name, entry.tag, entry.progress, entry.problem, actions);
    list.append(entry.item);
    list.hidden = false;
    chosen.push(entry);
    if (file.size > most.bytes) {
      entry.again = false;
      show(entry, "failed", "✕ 文件太大", `超过 ${size(most.bytes)}，请只上传年度报告本身。`);
    } else if (chosen.length > most.files) {
      entry.again = false;
      show(entry, "failed", "✕ 文件太多", `一次最多 ${most.files} 份，请分几次体检。`);
    } else {
      show(entry, "", "等待上传");
    }
  };

  const send = (entry) =>
    new Promise((resolve) => {
      const data = new FormData();
      for (const field of form.querySelectorAll("input[type=hidden]")) data.append(field.name, field.value);
      data.append("files", entry.file);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) entry.progress.value = event.loaded / event.total;
      });
      request.addEventListener("load", () => {
        const answer = request.response || {};
        if (request.status === 200) {
          address = answer.address;
          show(entry, "read", "✓ 已上传");
        } else {
          show(entry, "failed", "✕ 没有收下", answer.text || "服务器没有收下这份文件，请稍后重试。");
        }
        resolve();
      });
      request.addEventListener("error", () => {
        show(entry, "failed", "✕ 没有传到", "网络中断，请检查网络后重试。");
        resolve();
      });
      show(entry, "reading", "正在上传");
      request.send(data);
    });

  const finish = () => {
    const failed = chosen.filter((entry) => entry.state === "failed").length;
    const sent = chosen.filter((entry) => entry.state === "read").length;
    live.textContent = failed ? `已上传 ${sent} 份，${failed} 份没有成功。` : `已上传 ${sent} 份，正在打开结果。`;
    if (!address) return;
    if (failed) {
      let onward = form.querySelector("[data-onward]");
      if (!onward) {
        onward = element("a", "查看已上传文件的结果", "button first");
        onward.dataset.onward = "";
        list.after(onward);
      }
      onward.href = address;
    } else {
      window.location.assign(address);
    }
  };

  const take = () => {
    if (!input.files.length) return;
    for (const file of input.files) add(file);
    input.value = "";
    live.textContent = `已选择 ${chosen.length} 份文件。`;
  };

  input.addEventListener("change", take);

  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    form.addEventListener(name, () => form.classList.remove("over"));
  }
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    for (const file of event.dataTransfer.files) add(file);
    live.textContent = `已选择 ${chosen.length} 份文件。`;
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    take();
    if (!chosen.length) {
      live.textContent = "还没有选择文件：请先选择一份或者几份年度报告。";
      input.focus();
      return;
    }
    const button = form.querySelector("button.first");
    button.disabled = true;
    for (const entry of chosen) if (entry.state === "") await send(entry);
    button.disabled = false;
    finish();
  });

  form.classList.add("ready");
  input.required = false;
  take(); // what was chosen before this script had come, on a slow line
})();
