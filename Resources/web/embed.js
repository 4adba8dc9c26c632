// <akistata-embed discrepancy="…" version="1.0.0" lang="lt" theme="dark"><a href="…">…</a></akistata-embed>
// Shows a discrepancy or a statistic. What stands inside the element is shown until the figures are there, and stays
// where they cannot be had.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');
  if (!script || customElements.get("akistata-embed")) return;
  // Everything stands below the folder of this script.
  const base = new URL(".", new URL(script.src, location.href));
  // What a message from below it says of itself: files have no origin.
  const origin = base.protocol === "file:" ? "null" : base.origin;
  const kinds = { discrepancy: "discrepancies", statistic: "statistics" };
  // Those of the dataset, put in by the server.
  const languages = [/* languages */];
  // Of files that no server stands behind: the folder of each language, put in where they are written.
  const folders = /* folders */ null;
  // Of a page's language tag and its beginnings, the first that there are figures in: "lt-LT" is told in "lt".
  const spoken = (tag) => {
    for (const parts = tag.toLowerCase().split("-"); parts.length; parts.pop()) {
      const found = languages.find((language) => language.toLowerCase() === parts.join("-"));
      if (found) return found;
    }
  };

  customElements.define("akistata-embed", class extends HTMLElement {
    static observedAttributes = [...Object.keys(kinds), "version", "lang", "theme"];
    #frame = null;
    #fallback = document.createElement("slot");
    #root = this.attachShadow({ mode: "open" });
    // A message counts if it comes from our frame, and the frame still shows what we serve.
    #hear = (event) => {
      const height = event.data?.akistata?.height;
      if (event.source !== this.#frame?.contentWindow || event.origin !== origin || !(height > 0)) return;
      this.#frame.style.cssText = `border:0;width:100%;height:${Math.min(Math.ceil(height), 5000)}px`;
      this.#fallback.hidden = true;
    };

    connectedCallback() {
      if (!this.style.display) this.style.display = "block";
      addEventListener("message", this.#hear);
      this.#draw();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#draw();
    }

    #draw() {
      const address = this.#address();
      if (this.#frame?.src === address && address) return;
      this.#fallback.hidden = false;
      this.#fallback.textContent = "";
      this.#root.replaceChildren(this.#fallback);
      this.#frame = null;
      if (!address) return;
      const frame = document.createElement("iframe");
      frame.src = address;
      frame.title = this.textContent.trim() || "Akistata";
      // As wide as it will be, so that it can tell how high it wants to be, and not seen before.
      frame.style.cssText = "border:0;width:100%;height:0;display:block";
      this.#frame = frame;
      this.#root.append(frame);
    }

    #address() {
      const kind = Object.keys(kinds).find((name) => this.getAttribute(name));
      if (!kind) return "";
      // A version of the dataset, whose figures stay; where there is none, those of the current one are shown.
      const version = this.getAttribute("version");
      const root = version ? `@${encodeURIComponent(version)}/` : "";
      // Where there is none, the reader's browser says which.
      const language = spoken(this.closest("[lang]")?.lang ?? "");
      const path = `${root}embed/${kinds[kind]}/${encodeURIComponent(this.getAttribute(kind))}`;
      const url = new URL(folders ? `${folders[language] ?? ""}${path}/index.html` : path, base);
      const theme = this.getAttribute("theme");
      if (language && !folders) url.searchParams.set("lang", language);
      if (theme) url.searchParams.set("theme", theme);
      return url.href;
    }
  });
})();
