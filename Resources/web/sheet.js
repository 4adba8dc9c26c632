// The buttons that print the page, and hand its address on where the browser can.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-does]");
  if (button?.dataset.does === "print") print();
  if (button?.dataset.does === "share") {
    navigator.share({ title: document.title, url: location.href }).catch(() => {});
  }
});
for (const button of document.querySelectorAll("button[data-does='share']")) button.hidden = !navigator.share;
