/* Where a filter is written: offers what could come next (arrows choose, Enter or Tab takes, Escape leaves),
   asks for the runs when the writer rests, marks what is wrong, remembers what was asked before. */
window.wavetrainFilter = (host, field, list, user, recentLabel) => {
  const input = field.inputElement;
  if (!input || host.wavetrainFilter) {
    return;
  }
  const REST_MILLIS = 350;
  const LOOK_MILLIS = 90;
  const MOST_RECENT = 8;
  const store = `wavetrain.filters.${user}`;
  const ghost = document.createElement("div");
  let offered = [];
  let chosen = -1;
  let looking = 0;
  let asked = 0;
  let applied = input.value;

  ghost.className = "wt-filter-mark";
  ghost.setAttribute("aria-hidden", "true");
  host.append(ghost);
  const options = window.wavetrainOptions(field, list, "filter");
  list.setAttribute("aria-label", input.getAttribute("aria-label") || field.accessibleName || "");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("autocomplete", "off");
  input.setAttribute("autocapitalize", "off");
  input.setAttribute("spellcheck", "false");

  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(store) ?? "[]");
      return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
    } catch {
      return [];
    }
  };

  const remember = (text) => {
    const trimmed = text.trim();
    if (!trimmed) {
      return;
    }
    try {
      const kept = [trimmed, ...recent().filter((each) => each !== trimmed)];
      localStorage.setItem(store, JSON.stringify(kept.slice(0, MOST_RECENT)));
    } catch {
      // A browser that keeps nothing: the filter works all the same.
    }
  };

  const close = () => {
    asked += 1;
    clearTimeout(looking);
    offered = [];
    chosen = -1;
    options.close();
    input.setAttribute("aria-expanded", "false");
  };

  const unmark = () => ghost.replaceChildren();

  const place = () => {
    const inner = ghost.firstElementChild;
    if (!inner) {
      return;
    }
    const outer = host.getBoundingClientRect();
    const at = input.getBoundingClientRect();
    const style = getComputedStyle(input);
    ghost.style.font = style.font;
    ghost.style.letterSpacing = style.letterSpacing;
    ghost.style.left = `${at.left - outer.left + parseFloat(style.paddingLeft)}px`;
    ghost.style.top = `${at.top - outer.top}px`;
    ghost.style.width = `${at.width - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)}px`;
    ghost.style.height = `${at.height}px`;
    ghost.style.lineHeight = `${at.height}px`;
    inner.style.transform = `translateX(${-input.scrollLeft}px)`;
  };

  const mark = (from, text) => {
    if (input.value !== text) {
      return; // Written on meanwhile.
    }
    const wrong = /^("[^"]*"?|'[^']*'|[<>=!]+|[^\s()=<>!~,"]+|.)/su.exec(text.slice(from));
    const inner = document.createElement("span");
    const marked = document.createElement("mark");
    marked.textContent = wrong ? wrong[0] : "\u00a0\u00a0";
    inner.append(text.slice(0, from), marked);
    ghost.replaceChildren(inner);
    place();
  };

  const apply = async (done) => {
    clearTimeout(field.wavetrainRest);
    const text = input.value;
    if (!done && text === applied) {
      return;
    }
    applied = text;
    const good = await host.$server.apply(text, done);
    if (good && done) {
      remember(text);
    }
  };

  const fill = (option, [, , , label, kind]) => {
    const name = document.createElement("code");
    const hint = document.createElement("span");
    name.textContent = label;
    hint.textContent = kind;
    option.append(name, hint);
  };

  const draw = () => {
    options.draw(offered, chosen, fill, take);
    input.setAttribute("aria-expanded", String(offered.length > 0));
  };

  const look = async () => {
    const question = (asked += 1);
    const text = input.value;
    const found = text
      ? await host.$server.complete(text, input.selectionStart)
      : [
          ...recent().map((each) => [0, 0, each, each, recentLabel]),
          ...(await host.$server.complete("", 0)),
        ];
    if (question === asked && document.activeElement === input && input.value === text) {
      offered = found;
      chosen = -1;
      draw();
    }
  };

  const lookSoon = () => {
    clearTimeout(looking);
    looking = setTimeout(look, LOOK_MILLIS);
  };

  const changed = () => {
    unmark();
    lookSoon();
    clearTimeout(field.wavetrainRest);
    field.wavetrainRest = setTimeout(() => apply(false), REST_MILLIS);
  };

  const take = (at) => {
    const [from, to, text, , kind] = offered[at];
    input.setRangeText(text, from, to, "end");
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    if (kind === recentLabel) {
      close();
      apply(true);
    }
  };

  input.addEventListener("input", changed);
  input.addEventListener("scroll", place);
  input.addEventListener("click", lookSoon);
  input.addEventListener("focus", lookSoon);
  input.addEventListener("blur", () => {
    close();
    apply(true);
  });
  new ResizeObserver(place).observe(input);
  input.addEventListener("keyup", (event) => {
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      lookSoon();
    }
  });
  // Escape closes the offers and does not clear the text.
  options.keys((event) => {
    const open = offered.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && open) {
      const places = offered.length + 1;
      chosen = ((chosen + 1 + step + places) % places) - 1;
      draw();
    } else if (event.key === "Enter" && open && chosen >= 0) {
      take(chosen);
    } else if (event.key === "Enter") {
      close();
      apply(true);
    } else if (event.key === "Tab" && !event.shiftKey && open && (chosen >= 0 || begun())) {
      take(Math.max(chosen, 0));
    } else if (event.key === "Escape" && open) {
      close();
    } else {
      return false;
    }
    return true;
  });
  const begun = () => offered[0][0] < input.selectionStart;

  host.wavetrainFilter = { mark, unmark };
};
