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

  const options = window.wavetrainOptions(field, list, "mentions");

  const close = () => {
    start = -1;
    options.close();
  };

  const take = (at) => {
    input.setRangeText(`@${offered[at]} `, start, input.selectionStart, "end");
    close();
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.focus();
  };

  const fill = (option, name) => {
    option.dir = "auto";
    option.textContent = name;
  };

  const draw = () => options.draw(offered, chosen, fill, take);

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
  // Enter takes a name and sends nothing.
  options.keys((event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (start < 0) {
      return false;
    }
    if (step) {
      chosen = (chosen + step + offered.length) % offered.length;
      draw();
    } else if (event.key === "Enter" || event.key === "Tab") {
      take(chosen);
    } else if (event.key === "Escape") {
      close();
    } else {
      return false;
    }
    return true;
  });
};
