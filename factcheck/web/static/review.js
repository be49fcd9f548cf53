"use strict";
// Keys, saving without reloading, and nothing lost when the network is. A page is fetched as a
// browser without scripts would be sent it, and its content takes the place of what is shown.
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const page = () => document.getElementById("page");
  const account = () => page().dataset.account;
  const item = () => find("main").dataset.item || "";

  // What is kept on this computer, for one account each. It may be full or forbidden.
  const store = {
    key: (kind, name = "") => `factcheck.${kind}.${account()}.${name}`,
    get: (kind, name) => {
      try { return JSON.parse(localStorage.getItem(store.key(kind, name))); } catch { return null; }
    },
    set: (kind, name, value) => {
      try {
        localStorage.setItem(store.key(kind, name), JSON.stringify(value));
        return true;
      } catch { return false; }
    },
    drop: (kind, name) => { try { localStorage.removeItem(store.key(kind, name)); } catch { /* none was kept */ } },
    names: (kind) => {
      try {
        const start = store.key(kind);
        return Object.keys(localStorage).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
      } catch { return []; }
    },
  };

  const tell = (text) => {
    const place = find("[data-status]");
    if (place && place.textContent !== text) place.textContent = text;
  };

  const speak = (text) => { document.getElementById("spoken").textContent = text; };

  // --- Pages -----------------------------------------------------------------------------------

  let asked = 0;
  const ready = new Map();

  const read = async (response) => {
    const shown = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!shown.getElementById("page")) throw new Error("no page of ours");
    return { url: response.url, shown, status: response.status };
  };

  const show = ({ url, shown }, { push = true, focus = true } = {}) => {
    ready.clear();
    document.title = shown.title;
    document.body.className = shown.body.className;
    const next = document.adoptNode(shown.getElementById("page"));
    const first = find("[autofocus]", next) || find("#question", next) || find("main", next);
    first.removeAttribute("autofocus");
    page().replaceWith(next);
    if (push && url !== location.href) history.pushState(null, "", url);
    prepare();
    if (!focus) return;
    const decided = find("[data-onward]") && find(".mine, .opinion");
    if (decided) decided.scrollIntoView({ block: "start" });
    else scrollTo(0, 0);
    first.focus({ preventScroll: true });
  };

  const go = async (url, options) => {
    const turn = ++asked;
    try {
      const found = await (ready.get(url) || fetch(url).then(read));
      if (turn === asked) show(found, options);
    } catch {
      if (navigator.onLine) location.assign(url);
      else tell("There is no connection, so the next page cannot be shown. Try again in a moment.");
    }
  };

  // The next finding is fetched while the reasons for this one are read.
  const prefetch = () => {
    const link = find("[data-onward][data-swap]");
    if (!link) return;
    const coming = fetch(link.href).then(read);
    coming.catch(() => ready.delete(link.href));
    ready.set(link.href, coming);
  };

  // --- Saving ----------------------------------------------------------------------------------

  const tokenNow = () => find("input[name=csrf]").value;

  const post = async (waiting) => {
    const send = (token) => {
      const body = new URLSearchParams(waiting.body);
      body.set("csrf", token);
      return fetch(waiting.url, { method: "POST", body, signal: AbortSignal.timeout(15000) });
    };
    let response = await send(tokenNow());
    if (response.status === 403) {
      // The token belongs to a session, and there may be another one by now.
      const fresh = await read(await fetch(location.href));
      const token = find("input[name=csrf]", fresh.shown);
      if (token && token.value !== tokenNow()) response = await send(token.value);
    }
    if (response.status >= 500 || response.status === 429) throw new Error("not now");
    return read(response);
  };

  const lock = (on) => {
    for (const control of all(".dock button, .dock textarea, .dock fieldset, .dock input")) {
      if (on && !control.disabled) control.dataset.locked = "";
      if ("locked" in control.dataset) control.disabled = on;
      if (!on) delete control.dataset.locked;
    }
  };

  let sending = Promise.resolve();
  // Send what waits, one after the other; their ids have the server keep each once.
  const flush = () => { sending = sending.then(deliver); };
  const waits = () => store.names("waiting").map((id) => store.get("waiting", id)).some((each) => each && each.item === item());

  const deliver = async () => {
    for (const id of store.names("waiting")) {
      const waiting = store.get("waiting", id);
      if (!waiting) { store.drop("waiting", id); continue; }
      let found;
      try {
        found = await post(waiting);
      } catch {
        if (waiting.item === item()) lock(true);
        tell("Not saved yet: the server cannot be reached. Your decision and note are kept on this computer and are sent as soon as it can.");
        return;
      }
      if ("logIn" in find("main", found.shown).dataset) {
        if (waiting.item === item()) lock(true);
        tell("You are logged out, so this is not saved yet. It is kept on this computer: log in again in another tab, then come back.");
        return;
      }
      store.drop("waiting", id);
      if (found.status < 400) store.drop("draft", waiting.item);
      if (waiting.item === item() || found.status >= 400) {
        asked += 1;
        show(found);
        if (found.status < 400) speak(`Saved. ${document.title}`);
      } else {
        tell("What was kept on this computer is saved now.");
      }
    }
  };

  const save = (form, submitter) => {
    const data = new FormData(form, submitter);
    const body = new URLSearchParams(data).toString();
    const id = data.get("entry");
    const waiting = { url: form.action, body, item: item() };
    if (!store.set("waiting", id, waiting)) return false;
    flush();
    return true;
  };

  const retry = () => { if (store.names("waiting").length) flush(); };
  setInterval(retry, 4000);
  addEventListener("online", retry);

  // --- Drafts ----------------------------------------------------------------------------------

  const keepDraft = () => {
    const form = find("#decide");
    if (!form || form.elements.note.readOnly) return;
    const draft = { note: form.elements.note.value, sureness: form.elements.sureness.value };
    if (draft.note || draft.sureness) store.set("draft", item(), draft);
    else store.drop("draft", item());
  };

  const fillDraft = () => {
    const form = find("#decide");
    const draft = form && store.get("draft", item());
    if (!draft || form.elements.note.readOnly) return;
    if (!form.elements.note.value) form.elements.note.value = draft.note;
    if (!form.elements.sureness.value) form.elements.sureness.value = draft.sureness;
  };

  // --- Panels ----------------------------------------------------------------------------------

  const panel = () => find(".panel:not([hidden])");
  const close = () => {
    const open = panel();
    if (!open) return false;
    open.hidden = true;
    const key = find(`.key[value=${open.dataset.panelOf}]`);
    if (key) key.focus({ preventScroll: true });
    return true;
  };
  const open = (decision) => {
    close();
    const wanted = find(`[data-panel-of=${decision}]`);
    wanted.hidden = false;
    const field = find("input[type=search]", wanted);
    (field || find("button", wanted)).focus({ preventScroll: true });
    if (field) search(field, 0);
  };

  // Answers may overtake each other: only the one to the last question is shown, and it takes
  // away neither what was chosen meanwhile nor the place of the keyboard.
  let searching = 0;
  const search = (field, delay = 150) => {
    clearTimeout(searching);
    const turn = searching = setTimeout(async () => {
      const address = `/items/${item()}/others?${new URLSearchParams({ find: field.value })}`;
      try {
        const found = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
        const list = find("[data-others]", found);
        const shown = find("[data-others]");
        if (turn !== searching || !list || !shown) return;
        const chosen = find(":checked", shown)?.value;
        const focused = shown.contains(document.activeElement);
        shown.replaceWith(document.adoptNode(list));
        const again = all("[name=duplicate_of]", list).find((each) => each.value === chosen);
        if (again) again.checked = true;
        if (focused) (again || field).focus({ preventScroll: true });
      } catch { tell("There is no connection, so findings cannot be searched now."); }
    }, delay);
  };

  let dialog = null;
  const openDialog = async (link) => {
    if (dialog?.open) return;
    try {
      const { shown } = await read(await fetch(link.href));
      dialog = document.createElement("dialog");
      const shut = document.createElement("button");
      shut.className = "close";
      shut.textContent = "Close";
      shut.addEventListener("click", () => dialog.close());
      const inside = document.createElement("div");
      inside.append(...find("main", shown).childNodes);
      dialog.append(shut, inside);
      dialog.setAttribute("aria-label", find("h1", inside).textContent);
      dialog.addEventListener("close", ({ target }) => {
        target.remove();
        if (dialog === target) dialog = null;
        label();
      });
      document.body.append(dialog);
      dialog.showModal();
      prepareKeys(dialog);
    } catch { location.assign(link.href); }
  };

  // --- Keys ------------------------------------------------------------------------------------

  const KEYS = {
    conflict: "1", harmless: "2", check: "3", duplicate: "4", skip: "s", note: "n", next: "j",
    previous: "k", undo: "u", open: "o", guidelines: "g", help: "?",
  };
  const keysOn = () => store.get("keys", "off") !== true;
  const keys = () => ({ ...KEYS, ...store.get("keys", "map") });

  const label = () => {
    const on = keysOn() && account() !== "";
    document.documentElement.classList.toggle("with-keys", on);
    const map = keys();
    for (const element of all("[data-key]")) {
      const hint = find("kbd", element.closest("label") || element);
      const key = map[element.dataset.key];
      if (hint) hint.textContent = "onward" in element.dataset ? "Enter" : key || "";
      if (on && key) element.setAttribute("aria-keyshortcuts", key);
      else element.removeAttribute("aria-keyshortcuts");
    }
  };

  const prepareKeys = (within) => {
    const fields = all("[data-action]", within);
    if (!fields.length) return;
    const told = find("[data-keys-told]", within);
    const fill = () => {
      find("[data-keys-on]", within).checked = keysOn();
      for (const field of fields) field.value = keys()[field.dataset.action] || "";
    };
    const change = () => {
      const map = Object.fromEntries(fields.map((field) => [field.dataset.action, field.value.trim()]));
      const used = Object.values(map).filter(Boolean);
      const twice = used.find((key, index) => used.indexOf(key) !== index);
      told.textContent = twice ? `“${twice}” would do two things; choose another key for one of them. Nothing is changed yet.` : "Kept on this computer.";
      if (!twice) { store.set("keys", "map", map); label(); }
    };
    for (const each of all("[data-action], [data-keys-on], [data-keys-reset]", within)) each.disabled = false;
    for (const field of fields) {
      field.addEventListener("focus", () => field.select());
      field.addEventListener("input", change);
    }
    find("[data-keys-on]", within).addEventListener("change", (event) => { store.set("keys", "off", !event.target.checked); label(); });
    find("[data-keys-reset]", within).addEventListener("click", () => { store.drop("keys", "map"); fill(); label(); told.textContent = "As they were."; });
    find("[data-without-scripts]", within).hidden = true;
    fill();
  };

  const typing = (target) =>
    target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

  let opened = -1;
  const openSource = () => {
    const links = all("a[data-key=open]");
    if (!links.length) return;
    opened = (opened + 1) % links.length;
    links[opened].focus();
    links[opened].click();
  };

  // On lists, the keys that move go from row to row.
  const step = (by) => {
    const rows = all("[data-row]");
    if (!rows.length) return false;
    const place = rows.indexOf(document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, place === -1 ? 0 : place + by))].focus();
    return true;
  };

  const act = (action) => {
    if (action === "open") return openSource();
    if (action === "next" && step(1)) return undefined;
    if (action === "previous" && step(-1)) return undefined;
    const element = all(`[data-key=${action}]`).find((each) => !each.disabled && each.checkVisibility());
    if (!element) return undefined;
    if (element.matches("textarea")) element.focus({ preventScroll: true });
    else element.click();
    return undefined;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    // A dialog tells that it is closed only after the next key may have come.
    const covered = dialog?.open;
    if (event.key === "Escape" && !covered) {
      if (close()) event.preventDefault();
      else if (typing(event.target)) event.target.blur();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || covered) return;
    if (event.key === "Enter" && !event.target.closest("a, button, input, select, textarea, summary")) {
      const onward = find("a[data-onward]");
      if (onward) { event.preventDefault(); onward.click(); }
      return;
    }
    if (event.key === "Enter" && event.target.matches("[name=duplicate_of]")) {
      event.preventDefault();
      find("[name=decision][value=duplicate].choice").click();
      return;
    }
    if (typing(event.target) || !keysOn() || account() === "") return;
    const within = panel();
    if (within && /^\d$/.test(event.key)) {
      event.preventDefault();
      const choice = find(`[data-choice="${event.key}"]`, within);
      if (choice) choice.click();
      return;
    }
    const pressed = event.shiftKey ? event.key : event.key.toLowerCase();
    const action = Object.entries(keys()).find(([, key]) => key === pressed);
    if (action) { event.preventDefault(); act(action[0]); }
  });

  // --- What is clicked and sent ----------------------------------------------------------------

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[href]");
    if (!link) return;
    if ("drop" in link.dataset) store.drop("draft", item());
    if ("panel" in link.dataset) { event.preventDefault(); openDialog(link); }
    else if ("swap" in link.dataset) { event.preventDefault(); go(link.href); }
  });

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if ("leave" in form.dataset) { leave(event); return; }
    if (!("save" in form.dataset)) return;
    const decision = submitter && submitter.name === "decision" ? submitter.value : "";
    if (submitter && submitter.name === "step") {
      event.preventDefault();
      if (submitter.value === "back") close();
      if (submitter.value === "find") search(form.elements.find);
      return;
    }
    if (submitter && submitter.matches(".key") && find(`[data-panel-of=${decision}]`)) {
      event.preventDefault();
      open(decision);
      return;
    }
    if (decision === "duplicate" && !form.elements.duplicate_of?.value) {
      event.preventDefault();
      tell("Choose the finding that this one repeats.");
      return;
    }
    if (waits() || save(form, submitter)) event.preventDefault();
  });

  // Drafts are no one else's business; what is not saved yet must not be forgotten unsaid.
  let warned = false;
  const leave = (event) => {
    if (store.names("waiting").length && !warned) {
      event.preventDefault();
      warned = true;
      flush();
      tell("A decision is not saved yet. It stays on this computer until you log in here again; to log out all the same, press Log out again.");
      return;
    }
    for (const name of store.names("draft")) store.drop("draft", name);
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("[name=note], [name=sureness]")) keepDraft();
    if (event.target.matches("[name=find]")) search(event.target);
  });

  const prepare = () => {
    opened = -1;
    label();
    fillDraft();
    prepareKeys(find("main"));
    prefetch();
    retry();
  };

  addEventListener("popstate", () => go(location.href, { push: false }));
  prepare();
})();
