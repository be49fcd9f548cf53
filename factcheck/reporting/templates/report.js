"use strict";
// Filters, search and order of the findings. Their state lives in the fragment of the address, as
// in #q=dose&stance=contradicts, so that a view can be kept and sent; a fragment without "=" is
// the id of a place. Without this script the page shows everything in its own order.
(() => {
  const section = document.getElementById("filters");
  const items = [...document.querySelectorAll("[data-stance]")];
  const form = section && section.querySelector("form");

  const words = new Map();
  const wordsOf = (item) => {
    if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
    return words.get(item);
  };
  const listed = (item, name, value) => item.dataset[name].split(" ").includes(value);
  const tests = {
    q: (item, value) => value.toLowerCase().split(/\s+/).every((word) => wordsOf(item).includes(word)),
    stance: (item, value) => item.dataset.stance === value,
    rule: (item, value) => item.dataset.rule === value,
    source: (item, value) => listed(item, "sources", value),
    and: (item, value) => listed(item, "sources", value),
    topic: (item, value) => listed(item, "topics", value),
    confidence: (item, value) => Number(item.dataset.confidence) >= Number(value),
  };
  const title = (item) => item.querySelector("[data-title], h3 > :last-child, h2 > :last-child").textContent;
  const orders = {
    confidence: (a, b) => b.dataset.confidence - a.dataset.confidence,
    support: (a, b) => b.dataset.support - a.dataset.support,
    topic: (a, b) => title(a).localeCompare(title(b), "en"),
  };
  const places = new Map(items.map((item, index) => [item, index]));

  const state = () => [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);

  const arrange = (order) => {
    const compare = orders[order] || (() => 0);
    const parents = new Set(items.map((item) => item.parentNode));
    for (const parent of parents) {
      const own = items.filter((item) => item.parentNode === parent);
      own.sort((a, b) => compare(a, b) || places.get(a) - places.get(b));
      for (const item of own) parent.append(item);
    }
  };

  let arranged = "";
  const apply = () => {
    const chosen = state();
    const wanted = chosen.filter(([name]) => name in tests);
    let shown = 0;
    for (const item of items) {
      item.hidden = !wanted.every(([name, value]) => tests[name](item, value));
      shown += !item.hidden;
    }
    for (const list of document.querySelectorAll(".listed")) {
      list.hidden = !list.querySelector("[data-stance]:not([hidden])");
    }
    const order = form.elements.sort.value;
    if (order !== arranged) arrange(order);
    arranged = order;
    form.querySelector("output").textContent =
      wanted.length ? `${shown} of ${items.length} findings` : `${items.length} findings`;
    form.querySelector("[type=reset]").hidden = !chosen.length;
  };

  const remember = () => {
    const fragment = new URLSearchParams(state()).toString();
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  };

  // Not by resetting the form, which would drop the fragment that led here.
  const choose = (kept) => {
    for (const control of form.elements) {
      if (control.name) control.value = kept.get(control.name) || "";
    }
  };

  const recall = () => {
    const fragment = location.hash.slice(1);
    if (fragment.includes("=")) {
      if (!form) return;
      choose(new URLSearchParams(fragment));
      apply();
      section.scrollIntoView();
    } else if (fragment) {
      show(document.getElementById(fragment));
    }
  };

  // A link must lead somewhere, also to what the filters hide or a closed table holds.
  const show = (target) => {
    if (!target) return;
    const item = target.closest("[data-stance]");
    if (form && item && item.hidden) {
      choose(new URLSearchParams());
      apply();
    }
    for (let outer = target.closest("details"); outer; outer = outer.parentNode.closest("details")) outer.open = true;
    target.scrollIntoView();
  };

  // Every segment of the claim that a link led to.
  const point = () => {
    for (const old of document.querySelectorAll(".pointed")) old.classList.remove("pointed");
    const id = location.hash.slice(1);
    if (!/^c-[0-9a-f]+$/.test(id)) return;
    for (const segment of document.querySelectorAll(`[data-claims~="${id}"]`)) segment.classList.add("pointed");
  };

  if (form) {
    section.hidden = false;
    // A picture's links lead to one finding; with filters they lead to all that they stand for.
    for (const link of document.querySelectorAll('[href^="#"][data-filter]')) {
      link.setAttribute("href", `#${link.dataset.filter}`);
    }
    form.addEventListener("input", () => { apply(); remember(); });
    form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }
  // Long lists are folded on a screen; the styles leave them open on paper.
  for (const list of document.querySelectorAll(".fold")) {
    const button = document.createElement("button");
    const turn = (open) => {
      list.classList.toggle("folded", !open);
      button.setAttribute("aria-expanded", open);
    };
    button.type = "button";
    button.append(...list.firstElementChild.childNodes);
    button.addEventListener("click", () => turn(list.classList.contains("folded")));
    list.firstElementChild.append(button);
    turn(false);
  }

  const follow = () => { recall(); point(); };
  window.addEventListener("hashchange", follow);
  follow();

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };
  for (const link of document.querySelectorAll("a.permalink")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy link";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const copied = await copy(link.href);
      button.textContent = copied ? "link copied" : link.href;
      if (copied) setTimeout(() => { button.textContent = "copy link"; }, 2000);
    });
    link.after(" ", button);
  }
})();
