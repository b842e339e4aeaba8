// j and k walk through the work list, Enter opens: an extra for those who type all day. Without this file the list works the same by Tab.
const links = [...document.querySelectorAll("[data-keys] .case-link")];

function walk(step) {
  const here = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
  const next = here === -1 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + step, 0), links.length - 1);
  links[next]?.focus();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") walk(1);
  if (event.key === "k") walk(-1);
});
