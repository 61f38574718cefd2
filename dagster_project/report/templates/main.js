// The filter bar drives all panels; its state is in the address, so that a view can be sent on.

const form = byId("filters");
const names = ["period", "from", "to", "place", "measure", "type", "actor", "words"];
let chosen = null;

function option(value, text) { return make("option", { value }, text); }
function optionGroup(label, options) { return options.length ? make("optgroup", { label }, ...options) : null; }
function fillFilters() {
  const all = [...figures, ...events];
  const byPlace = counted(all, (row) => row.placeIds);
  const byGovernorate = counted(all, (row) => row.placeIds.map((id) => places.get(id)?.pcode).filter(Boolean));
  const byCountry = counted(all, (row) => row.placeIds.map((id) => places.get(id)?.country_iso3).filter(Boolean));
  const text = (name, count) => `${name} (${count.toLocaleString("en")})`;
  const countryName = (code) => [...places.values()].find((place) => place.country_iso3 === code && place.location_type === "country")?.location_name || code;
  form.place.append(option("", "All places"), ...[
    optionGroup("Governorates", [...governorates].filter(([pcode]) => byGovernorate.has(pcode)).sort((a, b) => a[1].location_name.localeCompare(b[1].location_name))
      .map(([pcode, place]) => option(`g:${pcode}`, text(shortPlace(place.location_name), byGovernorate.get(pcode))))),
    optionGroup("Countries", [...byCountry].sort((a, b) => b[1] - a[1]).map(([code, count]) => option(`c:${code}`, text(countryName(code), count)))),
    optionGroup("Towns, camps, crossings", [...byPlace].filter(([id]) => places.has(id) && !["country", "governorate"].includes(places.get(id).location_type))
      .sort((a, b) => placeText(a[0]).localeCompare(placeText(b[0]))).map(([id, count]) => option(`l:${id}`, text(placeText(id), count)))),
    optionGroup("None", [option("n:", "No place named")])].filter(Boolean));
  const byMeasure = counted(figures, (figure) => [figure.measure]);
  const themes = new Map();
  for (const [measure, count] of byMeasure) {
    const theme = words(measures.get(measure)?.theme || "other");
    if (!themes.has(theme)) themes.set(theme, []);
    themes.get(theme).push(option(measure, text(words(measure), count)));
  }
  form.measure.append(option("", "All measures"), ...[...themes].sort((a, b) => a[0].localeCompare(b[0])).map(([theme, options]) => optionGroup(theme, options)));
  const byType = counted(events, (event) => [event.type]);
  form.type.append(option("", "All event types"), ...[...byType].sort((a, b) => b[1] - a[1]).map(([type, count]) => option(type, text(typeText(type), count))));
  const byActor = counted(all, (row) => row.actorIds);
  const ranked = [...byActor].filter(([id]) => actors.has(id)).sort((a, b) => b[1] - a[1] || actorText(a[0]).localeCompare(actorText(b[0])));
  form.actor.append(option("", "All actors"), ...[
    optionGroup("Most named", ranked.slice(0, 12).map(([id, count]) => option(id, text(actorText(id), count)))),
    optionGroup("All others", ranked.slice(12).sort((a, b) => actorText(a[0]).localeCompare(actorText(b[0]))).map(([id, count]) => option(id, text(actorText(id), count))))].filter(Boolean));
}

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of names) {
    if (!given.has(name)) continue;
    form.elements[name].value = given.get(name);
    // A value that this page does not know leaves the filter as it was.
    if (form.elements[name].value !== given.get(name)) form.elements[name].selectedIndex = 0;
  }
  // Days that were written into the address by hand.
  if (!given.has("period") && (form.from.value || form.to.value)) form.period.value = "own";
}

function readForm() {
  for (const name of names) state[name] = form.elements[name].value.trim();
  // The latest day is the last with daily figures, as in the headline.
  const last = flowDays.at(-1) || lastDay;
  if (state.period === "day") [state.from, state.to] = [last, last];
  else if (/^\d+$/.test(state.period) ) [state.from, state.to] = [addDays(last, 1 - Number(state.period)), last];
  else if (state.period === "all") [state.from, state.to] = ["", ""];
  form.from.value = state.from;
  form.to.value = state.to;
  for (const name of names) form.elements[name].closest("label").classList.toggle("set", Boolean(state[name]) && state[name] !== "all");
  const kept = names.filter((name) => state[name] && state[name] !== "all");
  history.replaceState(null, "", kept.length ? `#${new URLSearchParams(kept.map((name) => [name, state[name]]))}` : location.pathname + location.search);
}

let running = Promise.resolve();
function refresh() {
  chosen = select();
  const rows = [...chosen.figures, ...chosen.events];
  const quoted = new Set(rows.flatMap((row) => row.sentences).map((index) => sentences[index].doc));
  byId("counts").textContent = `${many(chosen.figures.length, "figure")} and ${many(chosen.events.length, "event")} of ${many(quoted.size, "document")}`
    + (state.from || state.to ? `, ${state.from ? dayText(state.from) : "the beginning"} to ${state.to ? dayText(state.to) : "the end"}. What has no date is left out.` : ".");
  showLatest(chosen);
  showWritten();
  showLists(chosen);
  const now = chosen;
  // One after the other, and only what was chosen last.
  running = running.then(async () => {
    for (const show of [showMap, showPairs, showEvents, showSeries, showCoverage]) {
      if (now !== chosen) return;
      await show(now);
    }
    document.body.dataset.ready = String(Number(document.body.dataset.ready || 0) + 1);
  });
  return running;
}

function changed() {
  Object.assign(view, { day: null, claims: 8, discrepancies: 8, figures: ROWS_AT_ONCE, events: ROWS_AT_ONCE });
  readForm();
  return refresh();
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = theme === "dark" ? "Light" : "Dark";
  byId("theme").setAttribute("aria-pressed", String(theme === "dark"));
}

function step(by) {
  view.day = chosen.days[chosen.days.indexOf(view.day) + by];
  showLatest(chosen);
  showMap(chosen);
}

async function start() {
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => setTheme(event.matches ? "dark" : "light"));
  byId("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  byId("print").addEventListener("click", () => window.print());
  fillFilters();
  readAddress();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (["from", "to"].includes(event.target.name)) form.period.value = form.from.value || form.to.value ? "own" : "all";
    changed();
  });
  let typing = 0;
  form.words.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(changed, 250); });
  form.addEventListener("reset", () => setTimeout(changed));
  byId("day-before").addEventListener("click", () => step(-1));
  byId("day-after").addEventListener("click", () => step(1));
  for (const input of document.querySelectorAll("[name='map-days'], [name='map-kind']")) input.addEventListener("change", () => showMap(chosen));
  byId("more-series").addEventListener("click", () => { view.series += SERIES_AT_ONCE; showSeries(chosen); });
  for (const name of ["claims", "discrepancies"]) byId(`more-${name}`)?.addEventListener("click", () => { view[name] = Infinity; showWritten(); });
  byId("more-figures").addEventListener("click", () => { view.figures += ROWS_AT_ONCE; showLists(chosen); });
  byId("more-events").addEventListener("click", () => { view.events += ROWS_AT_ONCE; showLists(chosen); });
  chartIn(byId("chart-map"), "map", "Map of figures and events");
  chartIn(byId("chart-pairs"), "pairs", "Who and whom");
  chartIn(byId("chart-events"), "events", "Events over time");
  chartIn(byId("chart-coverage"), "coverage", "Documents by outlet and day");
  await changed();
}

start();
