{
  /* Makes a node what another one is, and leaves alone what is so already: nothing loses its focus. */
  const become = (node, wanted) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data !== wanted.data) {
        node.data = wanted.data;
      }
      return;
    }
    [...node.attributes].filter(({ name }) => !wanted.hasAttribute(name)).forEach(({ name }) => node.removeAttribute(name));
    [...wanted.attributes]
      .filter(({ name, value }) => node.getAttribute(name) !== value)
      .forEach(({ name, value }) => node.setAttribute(name, value));
    if (node.type === "checkbox") {
      node.checked = wanted.checked;
    }
    const children = [...wanted.childNodes];
    [...node.childNodes].slice(children.length).forEach((child) => child.remove());
    children.forEach((child, at) => {
      const here = node.childNodes[at];
      if (here?.nodeName !== child.nodeName) {
        here ? here.replaceWith(child) : node.append(child);
      } else {
        become(here, child);
      }
    });
  };

  const made = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstChild;
  };

  const show = (row, cells) => {
    cells.forEach((cell, at) => {
      if (cell !== null) {
        row.cells[at] ? become(row.cells[at], made(cell)) : row.append(made(cell));
      }
    });
    while (row.cells.length > cells.length) {
      row.lastChild.remove();
    }
  };

  /* The rows of a body by their keys, in this order; of those that changed their cells, null for each that is as it was. */
  window.wavetrainShow = (body, keys, changes) => {
    const wanted = new Set(keys);
    /* First, as a row that is moved loses its focus. */
    [...body.children].filter((row) => !wanted.has(row.dataset.row)).forEach((row) => row.remove());
    const before = new Map([...body.children].map((row) => [row.dataset.row, row]));
    keys.forEach((key, at) => {
      const row = before.get(key) ?? made(`<tr>${changes[key].join("")}</tr>`);
      if (!before.has(key)) {
        row.dataset.row = key;
      } else if (changes[key]) {
        show(row, changes[key]);
      }
      if (body.children[at] !== row) {
        body.insertBefore(row, body.children[at] ?? null);
      }
    });
  };
}

/* The table of runs: asks for more rows before somebody has scrolled to the end of those that are there, keeps the
   place of those that went at the top, and says where pinned columns stay. */
window.wavetrainRows = (list, scroll, above, more) => {
  if (list.wavetrainRows) {
    return;
  }
  const NEAR = "600px";
  const MOST_OF_WIDTH = 0.6;
  const table = scroll.querySelector("table");
  let asked = false;
  let near = null;

  /* What the page scrolls in: margins count from its edges alone. */
  const scroller = () => {
    for (let each = list; each; each = each.assignedSlot ?? each.parentElement ?? each.getRootNode().host) {
      if (/auto|scroll/.test(getComputedStyle(each).overflowY)) {
        return each === document.documentElement || each === document.body ? null : each;
      }
    }
    return null;
  };

  const rows = () => table.querySelectorAll("tbody tr").length;

  /* What went at the top stays as high as the rows that are there are on the average. */
  const measure = () => {
    const count = rows();
    if (count > 0) {
      list.style.setProperty("--wt-row-height", `${table.offsetHeight / count}px`);
    }
  };

  /* Beside one another from the left. Those that would leave no room for the others go with them. */
  const pin = () => {
    let left = 0;
    table.querySelectorAll("thead [data-pin]").forEach((cell) => {
      const fits = left + cell.offsetWidth <= scroll.clientWidth * MOST_OF_WIDTH;
      table.style.setProperty(`--wt-pin-${cell.dataset.pin}`, fits ? `${left}px` : "auto");
      left += cell.offsetWidth;
    });
    scroll.toggleAttribute("data-wide", scroll.scrollWidth > scroll.clientWidth + 1);
  };

  const ask = async (down) => {
    if (asked) {
      return;
    }
    asked = true;
    measure();
    try {
      await list.$server.scrolled(down);
    } finally {
      asked = false;
      /* Where one page does not fill the window, nothing new comes into view that could ask. */
      requestAnimationFrame(() => {
        [above, more].forEach((end) => {
          near?.unobserve(end);
          near?.observe(end);
        });
      });
    }
  };

  /* Rows are no components of the server's: it is told what is pressed in them. */
  const of = (event) => event.target.closest?.("[data-row]")?.dataset.row;
  table.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-act]");
    if (button) {
      table.$server.act(of(event), button.dataset.act);
    }
  });
  table.addEventListener("change", (event) => {
    const row = of(event);
    if (row !== undefined) {
      table.$server.pick(row, event.target.checked);
    }
  });

  /* Before anybody has touched the page its first page will do; and only then is it known what scrolls. */
  const TOUCHES = ["wheel", "touchmove", "pointerdown", "keydown"];
  const start = () => {
    TOUCHES.forEach((touch) => window.removeEventListener(touch, start, { capture: true }));
    if (!list.isConnected) {
      return;
    }
    near = new IntersectionObserver(
      (entries) => {
        entries
          .filter((entry) => entry.isIntersecting && entry.boundingClientRect.height > 0)
          .forEach((entry) => ask(entry.target === more));
      },
      { root: scroller(), rootMargin: `${NEAR} 0px` },
    );
    near.observe(more);
    near.observe(above);
  };
  TOUCHES.forEach((touch) => window.addEventListener(touch, start, { capture: true, passive: true }));
  new ResizeObserver(pin).observe(scroll);
  new ResizeObserver(pin).observe(table);
  new MutationObserver(pin).observe(table.querySelector("thead"), {
    attributeFilter: ["data-pin"],
    childList: true,
    subtree: true,
  });
  list.wavetrainRows = { pin };
};
