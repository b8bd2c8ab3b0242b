/* What a text field offers while one writes: a list below it, as screen readers know it. The field's script says what
   is offered, which of it is chosen, and what its keys do. */
window.wavetrainOptions = (field, list, prefix) => {
  const input = field.inputElement;
  list.id = list.id || `${prefix}-${Math.random().toString(36).slice(2)}`;
  list.setAttribute("role", "listbox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);

  const choose = (at) => {
    if (at < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };

  return {
    /* fill(option, one) writes into it what one of them is called; chosen is -1 for none. */
    draw: (offered, chosen, fill, take) => {
      list.replaceChildren(
        ...offered.map((one, at) => {
          const option = document.createElement("div");
          option.id = `${list.id}-${at}`;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", String(at === chosen));
          fill(option, one);
          option.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            take(at);
          });
          return option;
        }),
      );
      list.hidden = offered.length === 0;
      choose(chosen);
    },

    close: () => {
      list.hidden = true;
      choose(-1);
    },

    /* Before the field itself hears of it; what handle answers true to goes no further. */
    keys: (handle) =>
      field.addEventListener(
        "keydown",
        (event) => {
          if (!event.isComposing && handle(event)) {
            event.preventDefault();
            event.stopImmediatePropagation();
          }
        },
        true,
      ),
  };
};
