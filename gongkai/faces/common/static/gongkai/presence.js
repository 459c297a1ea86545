// Warns before the session ends, and goes on when asked to. Nothing on the page is lost: after the
// end the person signs in on another page, and the forms here learn the new token.
// Without this script the page 我的登录 does the same.
"use strict";

(() => {
  const box = document.querySelector("dialog[data-presence]");
  if (!box || !box.showModal) return;
  const form = box.querySelector("form");
  const text = box.querySelector("p");
  const stay = box.querySelector("[data-stay]");
  const door = box.querySelector("a[data-door]");
  const warn = Number(box.dataset.warn);
  let ends = Date.now() + Number(box.dataset.left) * 1000;
  let timer = 0;
  let over = false;

  const left = () => Math.max(0, Math.round((ends - Date.now()) / 1000));
  const words = (seconds) => (seconds >= 60 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`);

  const say = (said) => {
    if (text.textContent !== said) text.textContent = said;
  };

  const fresh = (token) => {
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  };

  // Seconds that are left by the server's clock: another window may have gone on. Nothing: unknown.
  const look = async () => {
    try {
      const answer = await fetch(box.dataset.look, { redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect") return 0;
      if (!answer.ok) return undefined;
      const said = await answer.json();
      fresh(said.token);
      return said.left;
    } catch {
      return undefined;
    }
  };

  const close = (seconds) => {
    over = false;
    ends = Date.now() + seconds * 1000;
    door.hidden = true;
    if (box.open) box.close();
    wait();
  };

  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(500, (left() - warn) * 1000));
  };

  const tick = async () => {
    if (!box.open) {
      const seconds = await look();
      if (seconds !== undefined) ends = Date.now() + seconds * 1000;
      if (left() > warn) return wait();
      box.showModal();
    }
    if (left() === 0) {
      const seconds = await look();
      if (seconds > warn) return close(seconds);
      if (seconds > 0) {
        ends = Date.now() + seconds * 1000;
        timer = setTimeout(tick, 500);
        return undefined;
      }
      over = true;
      door.hidden = false;
      return say("登录已经结束。这一页上填写的内容还在：请在新页面登录，再回到这里点“继续”。");
    }
    const seconds = left();
    say(`${words(seconds < 60 ? Math.ceil(seconds / 10) * 10 : seconds)}后自动退出。要接着做，请点“继续”。`);
    clearTimeout(timer);
    timer = setTimeout(tick, 1000);
  };

  const goOn = async () => {
    if (over) return look();
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json" },
      redirect: "manual",
    });
    return answer.ok ? (await answer.json()).left : look();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    stay.disabled = true;
    try {
      const seconds = await goOn();
      if (seconds > 1) close(seconds);
      else if (over) say("还没有登录。请在新页面登录，再回到这里点“继续”。");
    } catch {
      say("没有连上系统。请检查网络，再点“继续”。");
    } finally {
      stay.disabled = false;
    }
  });

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !over) tick();
  });

  wait();
})();
