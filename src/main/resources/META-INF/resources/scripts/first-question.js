/* The first line of each page: asks for the view while the browser still loads and compiles what will show it. Vaadin's
   client finds the answer where one would be that came with the page, and asks nothing by itself. */
(() => {
  const AGAIN_MILLIS = 1000;
  const LONGEST_MILLIS = 30000;
  const about = {
    "v-r": "init",
    first: "",
    location: location.pathname.slice(new URL(document.baseURI).pathname.length),
    query: location.search.slice(1),
    "v-sw": screen.width,
    "v-sh": screen.height,
    "v-ww": innerWidth,
    "v-wh": innerHeight,
    "v-bw": innerWidth,
    "v-bh": innerHeight,
    "v-curdate": Date.now(),
    "v-tzid": Intl.DateTimeFormat().resolvedOptions().timeZone ?? "",
    "v-td": "ontouchstart" in window,
    "v-pr": devicePixelRatio,
    "v-np": navigator.platform ?? "",
    "v-cs": document.documentElement.style.colorScheme,
    "v-tn": "aura",
    "v-pv": document.hidden ? "HIDDEN" : document.hasFocus() ? "VISIBLE" : "VISIBLE_NOT_FOCUSED",
  };

  /* A server that is just being started again is asked until it is there. */
  const ask = async () => {
    for (let wait = AGAIN_MILLIS; ; wait = Math.min(2 * wait, LONGEST_MILLIS)) {
      try {
        const answer = await fetch(`?${new URLSearchParams(about)}`);
        return await answer.json();
      } catch {
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  };

  /* Vaadin's client would put the view's place into the page only when the view is in it: everything in it would be
     taken out and begin anew. So it is there before, and stays. */
  const place = ({ appConfig: { appId } }) => {
    const outlet = document.getElementById("outlet");
    const frame = document.createElement("div");
    const container = document.createElement(`flow-container-${appId.toLowerCase()}`);
    frame.style.display = "contents";
    container.id = appId;
    frame.append(container);
    outlet.append(frame);
    outlet.append = (...nodes) => {
      delete outlet.append;
      if (nodes[0] !== container) {
        outlet.append(...nodes);
      }
    };
  };

  /* What the client would load piece by piece when it has the answer is there by then. */
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("link[rel=modulepreload]").forEach(({ href }) => import(href));
  });

  const asked = ask();
  window.Vaadin.TypeScript.initial = {
    then: (took, failed) =>
      asked
        .then((answer) => {
          place(answer);
          return answer;
        })
        .then(took, failed),
  };
})();
