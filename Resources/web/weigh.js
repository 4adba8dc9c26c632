// A box that is ticked is answered at once, without leaving the page.
const show = async (form, box) => {
  const query = new URLSearchParams(new FormData(form)).toString();
  const address = form.action + (query ? "?" + query : "");
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const open = [...document.querySelectorAll("main details")].map((details) => details.open);
  document.querySelector("main").replaceWith(page.querySelector("main"));
  document.querySelectorAll("main details").forEach((details, place) => { details.open = open[place]; });
  history.replaceState(null, "", address);
  document.querySelector(`input[name="${box.name}"][value="${box.value}"]`)?.focus({ preventScroll: true });
};

document.addEventListener("change", (event) => {
  const form = event.target.closest("form.weigh");
  if (form) show(form, event.target);
});
