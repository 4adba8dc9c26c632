// The buttons that copy, also those that come later.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copies]");
  if (!button || button.dataset.label) return;
  const field = document.getElementById(button.dataset.copies);
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.dataset.label = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => {
    button.textContent = button.dataset.label;
    delete button.dataset.label;
  }, 2000);
});
