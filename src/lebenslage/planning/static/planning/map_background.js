// The areas above the town's plan, when somebody asks for it. What it shows stands in the map and in the table already.
const part = document.getElementById("stadtplan");

const show = async () => {
  const { Map, NavigationControl, AttributionControl } = await import("../vendor/maplibre/maplibre-gl.mjs");
  const answer = await fetch(part.dataset.areas);
  if (!answer.ok) throw new Error("no areas");
  const areas = await answer.json(), [west, south, east, north] = areas.bbox, plan = part.dataset.plan;
  const tiles = { version: 8, sources: { plan: { type: "raster", tiles: [plan], tileSize: 256 } }, layers: [{ id: "plan", type: "raster", source: "plan" }] };
  const box = part.querySelector(".town-plan-map");
  box.hidden = false;
  const map = new Map({
    container: box,
    style: plan.includes("{z}") ? tiles : plan,
    bounds: [[west, south], [east, north]],
    fitBoundsOptions: { padding: 16 },
    attributionControl: false,
    cooperativeGestures: true,
    locale: { "Map.Title": part.dataset.title, "NavigationControl.ZoomIn": "Näher", "NavigationControl.ZoomOut": "Weiter weg",
      "CooperativeGesturesHandler.WindowsHelpText": "Mit Strg und Mausrad näher", "CooperativeGesturesHandler.MacHelpText": "Mit ⌘ und Mausrad näher",
      "CooperativeGesturesHandler.MobileHelpText": "Mit zwei Fingern bewegen" },
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new AttributionControl({ compact: false, customAttribution: part.dataset.source }));
  map.on("load", () => {
    map.addSource("areas", { type: "geojson", data: areas });
    map.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-color": ["get", "colour"], "fill-opacity": .6 } });
    map.addLayer({ id: "borders", type: "line", source: "areas", paint: { "line-color": "#16202c", "line-width": 1.5 } });
    box.dataset.ready = "true";
  });
  map.on("click", "areas", (event) => document.querySelector(`.bench-table a[data-area="${event.features[0].id}"]`)?.click());
};

if (part) {
  const button = part.querySelector("button");
  part.hidden = false;
  button.addEventListener("click", () => {
    button.hidden = true;
    show().catch(() => { part.querySelector("[role=status]").textContent = part.dataset.failed; });
  });
}
