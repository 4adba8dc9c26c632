// A box that is ticked is answered at once, without leaving the page: what follows is told below the boxes, and read out.
const told = document.createElement("p");
told.className = "unseen";
told.setAttribute("role", "status");
document.body.append(told);
let asked, shown = location.search;

const find = (box) => document.querySelector(`input[name="${box.name}"][value="${box.value}"]`);

const show = async (form, box) => {
  asked?.abort();
  const own = asked = new AbortController();
  const query = new URLSearchParams(new FormData(form)).toString();
  const address = form.action + (query ? "?" + query : "");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: own.signal });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = new Map([...document.querySelectorAll("main details")].map((details) => [details.id, details.open]));
    const place = find(box)?.getBoundingClientRect().top ?? 0;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    for (const details of document.querySelectorAll("main details")) details.open = open.get(details.id) ?? details.open;
    history.pushState(null, "", address);
    shown = location.search;
    // The box stays where the finger is.
    scrollBy({ top: (find(box)?.getBoundingClientRect().top ?? place) - place, behavior: "instant" });
    find(box)?.focus({ preventScroll: true });
    const near = find(box)?.closest(".knot, .assume")?.querySelector(".told");
    told.textContent = (near ?? document.querySelector(".told"))?.textContent ?? "";
  } catch {
    if (!own.signal.aborted) location.assign(address);
  }
};

document.addEventListener("change", (event) => {
  const form = event.target.closest("form.weigh");
  if (form) show(form, event.target);
});

// Back unticks what was ticked last.
addEventListener("popstate", () => {
  if (location.search !== shown) location.reload();
});

// What is answered at once needs no button.
document.documentElement.classList.add("scripted");
