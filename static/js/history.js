// Going back several steps at once asks for each page on the way; only the last one is wanted, whichever
// of them answers last.
let waiting = null;
document.addEventListener("htmx:historyCacheMiss", (event) => {
  waiting?.abort();
  waiting = event.detail.xhr;
});
