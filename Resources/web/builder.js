// The buttons that copy, and a preview as high as what is in it.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

const preview = document.querySelector("iframe");
const fit = (height) => { if (height > 0) preview.height = Math.ceil(height); };
addEventListener("message", (event) => {
  if (event.source === preview?.contentWindow && event.origin === location.origin) fit(event.data?.akistata?.height);
});
// It may have told before this script was there.
addEventListener("load", () => fit(preview?.contentDocument?.documentElement.getBoundingClientRect().height));
