/* The first line of each page. Vaadin's client asks the server two questions, one after the other, once all of it is
   loaded and compiled: for an empty page, and for the view in it. Here both are asked at once, as it would ask them;
   when it comes to them it gets the answers that are there, or are on their way. If one failed, it asks by itself. If it
   has something else to tell before it asks for the view, the server is ahead of it: the page begins anew, without this. */
(() => {
  /* What the client would load piece by piece between the two is there by then. */
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("link[rel=modulepreload]").forEach(({ href }) => import(href));
  });

  const ANEW = "wavetrain-anew";
  let memory = null;
  try {
    memory = sessionStorage;
  } catch {
    /* A browser that keeps nothing could not tell the second beginning. */
    return;
  }
  if (memory.getItem(ANEW) !== null) {
    memory.removeItem(ANEW);
    return;
  }

  const text = async (answer) => {
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    return answer.text();
  };
  const place = { path: location.pathname, query: location.search.slice(1) };
  const about = {
    "v-r": "init",
    location: place.path.slice(new URL(document.baseURI).pathname.length),
    query: place.query,
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
  const page = fetch(`?${new URLSearchParams(about)}`).then(text);

  /* As the client writes it, so that the server knows the same question again. */
  const asked = (csrfToken) => ({
    csrfToken,
    rpc: [
      {
        type: "event",
        node: 1,
        event: "ui-navigate",
        data: {
          route: `/${about.location}`,
          query: place.query,
          appShellTitle: document.title,
          historyState: { ...history.state, idx: history.state?.idx ?? 0 },
          trigger: "",
        },
      },
    ],
    syncId: 0,
    clientId: 0,
  });
  const view = page.then((json) => {
    const { appConfig } = JSON.parse(json);
    return fetch(`?v-r=uidl&v-uiId=${appConfig["v-uiId"]}`, {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=UTF-8" },
      body: JSON.stringify(asked(appConfig.uidl["Vaadin-Security-Key"])),
    }).then(text);
  });
  view.catch(() => {});

  const { open, send } = XMLHttpRequest.prototype;
  const answered = (request, responseText) => {
    const came = { readyState: 4, status: 200, responseText, getResponseHeader: () => "application/json" };
    Object.entries(came).forEach(([name, value]) => Object.defineProperty(request, name, { value }));
    request.onreadystatechange?.(new Event("readystatechange"));
    request.onload?.(new Event("load"));
  };
  const isView = (body) => {
    const { rpc, clientId } = JSON.parse(body);
    return clientId === 0 && rpc.length === 1 && rpc[0].event === "ui-navigate";
  };
  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    this.wavetrainKind = new URL(address, document.baseURI).searchParams.get("v-r");
    return open.call(this, method, address, ...more);
  };
  XMLHttpRequest.prototype.send = function (body) {
    let answer = this.wavetrainKind === "init" ? page : null;
    if (this.wavetrainKind === "uidl") {
      Object.assign(XMLHttpRequest.prototype, { open, send });
      if (!isView(body)) {
        memory.setItem(ANEW, "");
        location.reload();
        return;
      }
      answer = view;
    }
    if (answer) {
      answer.then(
        (json) => answered(this, json),
        () => send.call(this, body),
      );
    } else {
      send.call(this, body);
    }
  };
})();
