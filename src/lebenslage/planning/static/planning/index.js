// The index is computed anew while a weight is moved. Without this file the button does it.
(() => {
  const form = document.getElementById("bau"), result = document.getElementById("ergebnis");
  if (!form || !result) return;
  let timer = 0, turn = 0;
  const refresh = async () => {
    const now = ++turn, asked = new URLSearchParams(new FormData(form));
    const name = result.querySelector("#name");
    if (name) asked.set("name", name.value);
    history.replaceState(null, "", `?${asked}`);
    asked.set("teil", "ergebnis");
    const answer = await fetch(`?${asked}`);
    if (!answer.ok || answer.redirected) { form.requestSubmit(); return; }
    const html = await answer.text();
    if (now === turn) result.innerHTML = html;
  };
  form.addEventListener("input", (event) => {
    const shown = event.target.parentElement.querySelector("output");
    if (event.target.type === "range" && shown) shown.value = Number(event.target.value).toFixed(1).replace(".", ",");
    clearTimeout(timer);
    timer = setTimeout(refresh, 60);
  });
  result.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-area]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    form.elements.gebiet.value = new URL(link.getAttribute("href"), location.href).searchParams.get("gebiet");
    refresh();
  });
})();
