// The search of an export, whose files have no server: every word must begin a word of a record's texts. The index is the
// script before this one.
"use strict";
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ł/g, "l");
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = new URLSearchParams(location.search);
  const form = document.querySelector("form.search");
  const boxes = [...form.querySelectorAll("[name=kind]")];
  const kinds = asked.getAll("kind");
  form.querySelector("[name=q]").value = asked.get("q") ?? "";
  for (const box of boxes) box.checked = kinds.includes(box.value);
  const wanted = words(asked.get("q") ?? "");
  if (!wanted.length) return;

  const begins = (text) => {
    const found = words(text);
    return wanted.filter((word) => found.some((other) => other.startsWith(word))).length;
  };
  const hits = searchIndex
    .filter(([kind]) => !kinds.length || kinds.includes(kind))
    .map((record) => ({ record, all: begins(record.slice(2).join(" ")), title: begins(record[2]) }))
    .filter(({ all }) => all === wanted.length)
    .sort((one, other) => other.title - one.title);
  const list = document.querySelector("ol.hits");
  for (const { record: [kind, id, title, ...texts] } of hits.slice(0, 200)) {
    const item = document.createElement("li");
    const label = document.createElement("p");
    label.className = "kicker";
    label.textContent = boxes.find((box) => box.value === kind)?.parentElement.textContent.trim() ?? kind;
    const link = document.createElement("a");
    link.href = `../${kind}/${id}/index.html`;
    link.textContent = title;
    item.append(label, link);
    const passage = texts.find((text) => begins(text));
    if (passage) {
      const note = document.createElement("p");
      note.className = "note";
      note.textContent = passage;
      item.append(note);
    }
    list.append(item);
  }
})();
