// "Try it": the command follows the form, and the answer is shown under it. Without this script the form opens the answer.
"use strict";
for (const form of document.querySelectorAll("form.try")) {
  const command = form.closest("section").querySelector("pre code");
  const answer = form.querySelector(".answer");
  let pattern = form.querySelector("button").dataset.pattern;

  for (const field of form.querySelectorAll("input")) {
    field.disabled = false;
    field.readOnly = false;
  }

  const address = () => {
    const path = pattern.replace(/\{([^}]+)\}/g, (_, name) =>
      encodeURIComponent(form.querySelector(`[data-segment="${name}"]`).value));
    const query = [...new FormData(form)].filter(([, value]) => value !== "")
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
    return (path + (query && "?" + query)).replaceAll("'", "%27");
  };

  const show = () => { command.textContent = `curl '${location.origin}${address()}'`; };

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  form.addEventListener("input", show);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    pattern = event.submitter?.dataset.pattern ?? pattern;
    show();
    answer.replaceChildren();
    try {
      const response = await fetch(address());
      const type = response.headers.get("Content-Type") ?? "";
      const status = element("p", `${response.status} ${response.statusText} · ${type}`);
      status.className = "note";
      // The protocol speaks English, whatever the page does.
      status.lang = "en";
      status.dir = "ltr";
      answer.append(status);
      if (/^image\/png/.test(type)) return;
      let text = await response.text();
      if (/json/.test(type)) {
        try { text = JSON.stringify(JSON.parse(text), null, 2); } catch { /* NDJSON and what else is no one value */ }
      }
      const body = element("pre", text.length > 20000 ? text.slice(0, 20000) + "\n…" : text);
      body.tabIndex = 0;
      answer.append(body);
    } catch (error) {
      answer.append(element("p", String(error)));
    }
  });
}
