// A preview as high as what is in it.
const preview = document.querySelector("iframe");
const fit = (height) => { if (height > 0) preview.height = Math.ceil(height); };
addEventListener("message", (event) => {
  if (event.source === preview?.contentWindow && event.origin === location.origin) fit(event.data?.akistata?.height);
});
// It may have told before this script was there.
addEventListener("load", () => fit(preview?.contentDocument?.documentElement.getBoundingClientRect().height));
