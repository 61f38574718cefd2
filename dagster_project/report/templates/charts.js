// Charts: drawing them, their keyboard, and a table with the same rows.

const drawn = new Map();

// One chart in a figure: `update` gives it rows, each with a label and the rows behind it.
function chartIn(figure, name, label) {
  const plot = make("div", { class: "plot", role: "group", "aria-label": label });
  const caption = make("figcaption", {});
  const table = make("table", {});
  const holder = make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${label}, as a table` }, table);
  const details = make("details", { class: "as-table" }, make("summary", {}, "As a table"), holder);
  figure.replaceChildren(plot, caption, details);
  const chart = { name, label, view: null, plot, caption, details, table, rows: [] };
  plot.addEventListener("keydown", (event) => walk(chart, event));
  details.addEventListener("toggle", () => fillTable(chart));
  drawn.set(figure.id, chart);
}

function rename(chart, label) {
  chart.label = label;
  chart.plot.setAttribute("aria-label", label);
  chart.table.parentElement.setAttribute("aria-label", `${label}, as a table`);
}

// Drawn with its first rows, since a scale without any is endless; later only given others.
async function draw(chart, sets, signals, height) {
  if (!chart.view) {
    const spec = structuredClone(raw.charts[chart.name]);
    spec.description = `${chart.label}. Arrow keys go from mark to mark, Enter opens its sentences.`;
    spec.datasets = { ...spec.datasets, ...sets };
    for (const param of spec.params || []) if (param.name in signals) param.value = signals[param.name];
    if (height) spec.height = height;
    const embedded = await vegaEmbed(chart.plot, spec, { ast: true, renderer: "svg", actions: false, tooltip: { theme: "custom" }, logLevel: 1 });
    chart.view = embedded.view;
    chart.view.addEventListener("click", (event, item) => openMark(chart, item?.datum));
    return;
  }
  for (const [name, values] of Object.entries(sets)) chart.view.data(name, values);
  for (const [name, value] of Object.entries(signals)) chart.view.signal(name, value);
  if (height) chart.view.height(height);
  await chart.view.runAsync();
}

function openMark(chart, datum) {
  const key = datum?.key ?? datum?.properties?.key;
  const row = chart.rows.find((candidate) => candidate.key === key);
  if (row?.behind) openPanel(row.label, row.behind());
}

// Marks of an SVG are one tab stop; arrows walk from one to the next.
function marksOf(chart) {
  return [...chart.plot.querySelectorAll("[role='graphics-symbol'][aria-label]")].filter((mark) => {
    const datum = mark.__data__?.datum;
    return (datum?.key ?? datum?.properties?.key) !== undefined;
  });
}
function prepareKeys(chart) {
  marksOf(chart).forEach((mark, i) => {
    mark.setAttribute("tabindex", i ? "-1" : "0");
    mark.setAttribute("role", "button");
    mark.removeAttribute("aria-roledescription");
  });
  for (const svg of chart.plot.querySelectorAll("svg")) svg.setAttribute("focusable", "false");
  // A layer without marks would be a picture without words.
  for (const layer of chart.plot.querySelectorAll("g[role='graphics-symbol'].role-mark")) layer.setAttribute("aria-hidden", String(!layer.childElementCount));
}
function walk(chart, event) {
  const marks = [...chart.plot.querySelectorAll("[role='button'][tabindex]")];
  const at = marks.indexOf(event.target);
  if (at < 0) return;
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  if (event.key in steps || event.key === "Home" || event.key === "End") {
    const to = event.key === "Home" ? 0 : event.key === "End" ? marks.length - 1 : at + steps[event.key];
    const next = marks[Math.min(Math.max(to, 0), marks.length - 1)];
    event.target.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
    event.preventDefault();
  } else if (event.key === "Enter" || event.key === " ") {
    openMark(chart, event.target.__data__?.datum);
    event.preventDefault();
  }
}

// `rows` are the marks (with `key`, `label`, `behind`); `sets` what Vega draws; `table` the same to read.
async function update(chart, rows, sets, { caption = "", columns = [], cells = () => [], period = null, height = 0 } = {}) {
  Object.assign(chart, { rows, columns, cells });
  chart.caption.textContent = caption;
  chart.details.hidden = !rows.length;
  chart.plot.hidden = !rows.length && chart.name !== "map";
  fillTable(chart);
  if (chart.plot.hidden) return;
  // What lies behind a mark stays here; Vega would copy it.
  const bare = Object.fromEntries(Object.entries(sets).map(([name, values]) => [name, values.map(({ behind, ...value }) => value)]));
  await draw(chart, bare, period ? { period_start: time(period.start), period_end: time(period.end) } : {}, height);
  prepareKeys(chart);
}

const TABLE_ROWS = 300;
function fillTable(chart) {
  if (!chart.details.open) return;
  const head = make("thead", {}, make("tr", {}, ...chart.columns.map((name) => make("th", { scope: "col" }, name)), make("th", { scope: "col" }, "Sentences")));
  const shown = chart.rows.slice(0, TABLE_ROWS);
  const body = make("tbody", {}, ...shown.map((row) => {
    const [first, ...rest] = chart.cells(row);
    return make("tr", {}, make("th", { scope: "row" }, first), ...rest.map((cell) => make("td", {}, cell)),
      make("td", {}, row.behind ? make("button", { type: "button", class: "link", onclick: () => openPanel(row.label, row.behind()) }, "Read", make("span", { class: "unseen" }, ` the sentences of ${row.label}`)) : ""));
  }));
  const left = chart.rows.length - shown.length;
  chart.table.replaceChildren(head, body, ...(left > 0 ? [make("caption", {}, `The first ${TABLE_ROWS} of ${chart.rows.length} rows; narrow the filters for the rest.`)] : []));
}
