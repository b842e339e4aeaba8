// Choosing an area without leaving the page. Everything works without this file: each area is a link.
// A picture of very many areas: the server says which area lies at a point.
const point = (panel, picture) => {
  let turn = 0;
  const ask = async (address) => {
    const now = ++turn;
    address.searchParams.set("teil", "gebiet");
    const answer = await fetch(address);
    if (!answer.ok || answer.redirected) return;
    const html = await answer.text();
    if (now !== turn) return;
    panel.innerHTML = html;
    const chosen = document.getElementById("gewaehlt");
    for (const id of ["umriss-hell", "umriss"]) document.getElementById(id).setAttribute("d", chosen ? chosen.dataset.path : "");
    if (chosen) history.replaceState(null, "", chosen.dataset.address);
  };
  picture.addEventListener("click", (event) => {
    if (!event.detail) return; // the keyboard: the table finds areas
    event.preventDefault();
    const box = picture.getBoundingClientRect(), address = new URL(location.href);
    address.searchParams.set("x", Math.floor(event.clientX - box.left));
    address.searchParams.set("y", Math.floor(event.clientY - box.top));
    ask(address);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-area]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(new URL(link.getAttribute("href"), location.href));
  });
};

(() => {
  const panel = document.getElementById("gebiet");
  const map = document.querySelector(".bench-map svg.map");
  const picture = document.querySelector(".map-grid input[type=image]");
  if (!panel) return;
  if (picture) { point(panel, picture); return; }
  if (!map) return;
  const areas = [...map.querySelectorAll("a[data-area]")];
  const outline = map.querySelector(".map-chosen");
  let asked = 0;

  const mark = (place) => {
    document.querySelectorAll("[aria-current][data-area], [aria-current][data-row]").forEach((one) => one.removeAttribute("aria-current"));
    document.querySelectorAll(`[data-area="${place}"], [data-row="${place}"]`).forEach((one) => one.setAttribute("aria-current", "true"));
    const path = map.querySelector(`a[data-area="${place}"] path`);
    outline.replaceChildren(...(path ? [["#ffffff", 10], ["#16202c", 5]].map(([colour, width]) => {
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("d", path.getAttribute("d"));
      line.setAttribute("stroke", colour);
      line.setAttribute("stroke-width", width);
      return line;
    }) : []));
  };

  const choose = async (link) => {
    const turn = ++asked;
    const address = new URL(link.getAttribute("href"), location.href);
    mark(link.dataset.area);
    history.replaceState(null, "", address);
    const part = new URL(address);
    part.searchParams.set("teil", "gebiet");
    const answer = await fetch(part, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) { location.assign(address); return; }
    const html = await answer.text();
    if (turn === asked) panel.innerHTML = html;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-area]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    choose(link);
  });

  // One stop for Tab in the map; the arrow keys go to the nearest area in their direction.
  const middles = areas.map((area) => { const box = area.getBBox(); return [box.x + box.width / 2, box.y + box.height / 2]; });
  const stop = (at) => areas.forEach((area, place) => area.setAttribute("tabindex", place === at ? "0" : "-1"));
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  stop(Math.max(0, areas.findIndex((area) => area.hasAttribute("aria-current"))));
  map.addEventListener("keydown", (event) => {
    const way = ways[event.key], at = areas.indexOf(document.activeElement);
    if (!way || at < 0) return;
    event.preventDefault();
    let nearest = at, least = Infinity;
    middles.forEach(([x, y], place) => {
      const dx = x - middles[at][0], dy = y - middles[at][1];
      const ahead = dx * way[0] + dy * way[1], aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (place !== at && ahead > 0 && ahead + 2 * aside < least) { least = ahead + 2 * aside; nearest = place; }
    });
    stop(nearest);
    areas[nearest].focus();
  });
})();
