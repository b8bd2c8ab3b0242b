/* Offers names while an @ is being typed in a text area: arrows choose, Enter or Tab takes, Escape leaves. */
window.wavetrainMentions = (field, list, names) => {
  const input = field.inputElement;
  if (!input || field.wavetrainMentions) {
    return;
  }
  field.wavetrainMentions = true;
  const MOST = 6;
  let start = -1;
  let chosen = 0;
  let offered = [];

  list.id = list.id || `mentions-${Math.random().toString(36).slice(2)}`;
  list.setAttribute("role", "listbox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);

  const close = () => {
    start = -1;
    list.hidden = true;
    input.removeAttribute("aria-activedescendant");
  };

  const take = (name) => {
    input.setRangeText(`@${name} `, start, input.selectionStart, "end");
    close();
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.focus();
  };

  const draw = () => {
    list.replaceChildren(
      ...offered.map((name, at) => {
        const option = document.createElement("div");
        option.id = `${list.id}-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", String(at === chosen));
        option.dir = "auto";
        option.textContent = name;
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(name);
        });
        return option;
      }),
    );
    list.hidden = false;
    input.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
  };

  const look = () => {
    const before = input.value.slice(0, input.selectionStart);
    const found = /(^|[^\p{L}\p{N}_.@-])@([^@\n]{0,64})$/u.exec(before);
    const typed = found ? found[2].toLowerCase() : "";
    offered = found ? names.filter((name) => name.toLowerCase().startsWith(typed)).slice(0, MOST) : [];
    if (offered.length === 0 || (offered.length === 1 && offered[0].toLowerCase() === typed)) {
      close();
      return;
    }
    start = before.length - found[2].length - 1;
    chosen = Math.min(chosen, offered.length - 1);
    draw();
  };

  input.addEventListener("input", () => {
    chosen = 0;
    look();
  });
  input.addEventListener("blur", close);
  // Before the field itself hears of it, so that Enter takes a name and sends nothing.
  field.addEventListener(
    "keydown",
    (event) => {
      if (start < 0 || event.isComposing) {
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        chosen = (chosen + step + offered.length) % offered.length;
        draw();
      } else if (event.key === "Enter" || event.key === "Tab") {
        take(offered[chosen]);
      } else if (event.key === "Escape") {
        close();
      } else {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
};
