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

  /* The first rows fill the window; the page that they begin is read when they are drawn. */
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (list.isConnected && !more.hidden) {
        ask(true);
      }
    }),
  );

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
