// The panels: each takes what the filters chose and shows it.

const byId = (id) => document.getElementById(id);
const SERIES_AT_ONCE = 4;
const ROWS_AT_ONCE = 50;
const CARDS_MOST = 8;
const view = { claims: 8, discrepancies: 8, day: null, series: SERIES_AT_ONCE, figures: ROWS_AT_ONCE, events: ROWS_AT_ONCE, pairType: null };

// The latest day: its daily figures by measure and counter, each against the day before.
function showLatest(chosen) {
  const day = view.day && chosen.days.includes(view.day) ? view.day : chosen.days.at(-1) || null;
  view.day = day;
  const at = chosen.days.indexOf(day);
  byId("day-before").disabled = at <= 0;
  byId("day-after").disabled = at < 0 || at === chosen.days.length - 1;
  byId("latest-title").textContent = day ? `${at === chosen.days.length - 1 ? "Latest day" : "Day"}: ${dayText(day)}` : "Latest day";
  const groups = new Map();
  for (const figure of chosen.figures) {
    if (!isDaily(figure)) continue;
    const key = `${figure.measure}|${figure.reporter || ""}|${figure.unit || ""}`;
    if (!groups.has(key)) groups.set(key, new Map());
    const days = groups.get(key);
    if (!days.has(figure.day)) days.set(figure.day, []);
    days.get(figure.day).push(figure);
  }
  const sum = (list) => list.reduce((total, figure) => total + figure.value, 0);
  const cards = [];
  for (const days of groups.values()) {
    if (!days.has(day)) continue;
    const list = days.get(day);
    const [figure] = list;
    const total = sum(list);
    const earlier = [...days.keys()].filter((other) => other < day).sort().at(-1);
    const yesterday = earlier === addDays(day, -1);
    const last = earlier && sum(days.get(earlier));
    const step = total - last;
    const change = !earlier ? "first figure of its kind here"
      : yesterday ? `${step > 0 ? "▲ +" : step < 0 ? "▼ −" : "= "}${numberText(Math.abs(step))} against the day before`
      : `none for the day before; ${numberText(last)} on ${dayText(earlier)}`;
    cards.push({ name: words(figure.measure), value: numberText(total), unit: figure.unit, change, by: actorText(figure.reporter) || "counter not named",
      list, order: 1e6 - days.size });
  }
  for (const figure of chosen.figures) {
    if (figure.day !== day || figure.period !== "cumulative" || figure.modality !== "happened" || figure.value === null || figure.placeIds.length) continue;
    const row = series.find((candidate) => candidate.date_day === day && candidate.measure === figure.measure && candidate.stated_total === figure.value && candidate.location_id === null);
    const test = row?.status === "open" ? `${numberText(row.gap)} off what daily figures make` : row?.status === "closed" ? "as daily figures make it" : "running total";
    cards.push({ name: `${words(figure.measure)}, so far`, value: numberText(figure.value), unit: figure.unit, change: test, by: actorText(figure.reporter) || "counter not named",
      list: [figure], order: 2e6 });
  }
  const told = cards.length;
  const past = [...groups.values()].map((days) => [days, [...days.keys()].filter((other) => other < day).sort().at(-1)])
    .filter(([days, last]) => last && !days.has(day)).sort((a, b) => b[1].localeCompare(a[1]) || b[0].size - a[0].size);
  for (const [days, last] of past.slice(0, Math.max(0, CARDS_MOST - told))) {
    const list = days.get(last);
    cards.push({ name: words(list[0].measure), value: numberText(sum(list)), unit: list[0].unit, change: `last told for ${dayText(last)}`, by: actorText(list[0].reporter) || "counter not named",
      list, past: true, day: last, order: 3e6 });
  }
  cards.sort((a, b) => a.order - b.order);
  byId("latest-hint").textContent = day
    ? `Daily figures by who counted them, against the day before. ${many(chosen.days.length, "day")} of the chosen period ${chosen.days.length === 1 ? "has" : "have"} any.${cards.length > told ? " Shaded: what was last told before." : ""}`
    : "No daily figure is left by the filters.";
  byId("cards").replaceChildren(...cards.map((card) => make("button", {
    type: "button", class: card.past ? "card past" : "card", onclick: () => openPanel(`${card.name}, ${dayText(card.day || day)}`, card.list),
  },
  make("span", { class: "name" }, card.name),
  make("span", { class: "big" }, card.value, " ", make("small", {}, card.unit || "")),
  make("span", { class: "change" }, card.change),
  make("span", { class: "by" }, card.by))));
  const newest = chosen.events.filter((event) => event.day && event.day <= chosen.end).slice(0, 6);
  byId("newest").replaceChildren(...newest.map((event) => {
    const who = event.participants?.length ? actorsText(event.participants) : [actorsText(event.sources), actorsText(event.targets)].filter(Boolean).join(" → ");
    return make("li", {}, make("button", { type: "button", class: "link", onclick: () => openPanel(typeText(event.type), [event]) },
      make("b", {}, typeText(event.type)), [who && `: ${who}`, event.place && `, in ${placeText(event.place)}`].filter(Boolean).join(""), " ", make("time", { datetime: event.day }, whenText(event))));
  }), ...(newest.length ? [] : [make("li", { class: "empty" }, "None is left by the filters.")]));
}

function showMap(chosen) {
  const latest = document.querySelector("[name='map-days']:checked").value === "latest";
  const kind = document.querySelector("[name='map-kind']:checked").value;
  const { day } = view;
  const of = latest ? { figures: chosen.figures.filter((row) => row.day === day), events: chosen.events.filter((row) => row.day === day) } : chosen;
  const { marks, shapes, points, names, elsewhere } = mapRows(of, kind);
  byId("map-elsewhere").replaceChildren(...(elsewhere.length ? ["Not on the map: "] : []),
    ...elsewhere.slice(0, 8).flatMap(([name, list], i) => [i ? ", " : "", make("button", { type: "button", class: "link", onclick: () => openPanel(name, list) }, `${name} ${list.length}`)]),
    elsewhere.length > 8 ? `, and ${many(elsewhere.length - 8, "other place")}` : "");
  return update(drawn.get("chart-map"), marks, { governorates: shapes, places: points, names }, {
    caption: `${latest ? `${day ? dayText(day) : "No day"}. ` : ""}Shade: figures and events in the governorate. Dots: towns, camps and crossings by how much is told of them.`,
    height: Math.min(455, Math.round(0.74 * byId("chart-map").clientWidth)), columns: ["Place", "What is told"], cells: (row) => [row.name, row.said],
  });
}

function showPairs(chosen) {
  const counts = new Map();
  for (const event of chosen.events) {
    const named = (event.participants || []).length > 1 || ((event.sources || []).length && (event.targets || []).length);
    if (named) counts.set(event.type, (counts.get(event.type) || 0) + 1);
  }
  const first = ["CONSULT", "AGREE", "ACCUSE"];
  const types = [...counts.keys()].sort((a, b) => (first.includes(b) - first.includes(a)) || (first.indexOf(a) - first.indexOf(b)) || counts.get(b) - counts.get(a));
  if (view.pairType === null || (view.pairType && !counts.has(view.pairType))) view.pairType = types[0] || "";
  const chip = (type, text) => {
    const input = make("input", { type: "radio", name: "pair-type", value: type });
    input.checked = view.pairType === type;
    input.addEventListener("change", () => { view.pairType = type; drawPairs(chosen); });
    return make("label", {}, input, " ", text);
  };
  const focused = document.activeElement?.name === "pair-type";
  byId("pair-types").replaceChildren(make("legend", {}, "What they did"), ...types.map((type) => chip(type, `${typeText(type)} ${counts.get(type)}`)), chip("", "All"));
  if (focused) byId("pair-types").querySelector("input:checked")?.focus();
  return drawPairs(chosen);
}
function drawPairs(chosen) {
  const { rows, alone, leftOut } = pairRows(chosen, view.pairType);
  const notes = [rows.length ? "Rows did it, columns are whom it concerned." : "No two actors of one event are left by the filters."];
  if (alone) notes.push(`Of ${many(alone, "event")} only one side is named.`);
  if (leftOut) notes.push(`${many(leftOut, "pair")} of less named actors ${leftOut === 1 ? "is" : "are"} left out of the picture.`);
  return update(drawn.get("chart-pairs"), rows, { rows }, {
    caption: notes.join(" "), columns: ["Who", "Whom or with whom", "Events", "What"], cells: (row) => [row.from, row.to, String(row.count), row.kinds],
  });
}

function showEvents(chosen) {
  const { rows, step, outside } = eventRows(chosen);
  const period = wholeBins(chosen, step);
  return update(drawn.get("chart-events"), rows, { rows }, {
    caption: `Events by ${step}.${outside ? ` ${many(outside, "event")} without a date or outside the documents' own days ${outside === 1 ? "is" : "are"} in the list below.` : ""}`,
    columns: ["When", "Class", "Events"], cells: (row) => [row.when, row.quad, String(row.high - row.low)], period,
  });
}

// One pair of charts a measure, those with most days first. Charts are kept and given other rows.
async function showSeries(chosen) {
  const rows = chosenSeries(chosen);
  const groups = new Map();
  for (const row of rows) {
    if (!groups.has(row.flow_measure)) groups.set(row.flow_measure, []);
    groups.get(row.flow_measure).push(row);
  }
  const ordered = [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  const shown = ordered.slice(0, view.series);
  byId("series-hint").textContent = rows.length
    ? "Daily figures of the bulletins, and running totals as stated (marks) and as the daily figures imply (dashes); red where the two disagree. Grey: days without a bulletin."
    : state.type || state.words ? "No daily series is left by the filters." : "No daily series for this choice: bulletins count by governorate and for all places together.";
  const more = byId("more-series");
  more.hidden = ordered.length <= shown.length;
  more.textContent = `Show ${many(ordered.length - shown.length, "more measure")}`;
  const holder = byId("multiples");
  while (holder.children.length > shown.length) holder.lastElementChild.remove();
  for (const [i, [measure, list]] of shown.entries()) {
    const name = words(measure);
    let article = holder.children[i];
    if (!article) {
      article = make("article", {}, make("h3", {}), make("h4", {}, "Each day"), make("figure", { class: "chart", id: `chart-daily-${i}` }),
        make("h4", {}, "Running total"), make("figure", { class: "chart", id: `chart-totals-${i}` }));
      holder.append(article);
      chartIn(article.children[2], "daily", "Figures of each day");
      chartIn(article.children[4], "totals", "Running totals");
    }
    article.firstElementChild.textContent = `${name}${measures.get(measure)?.unit ? `, ${measures.get(measure).unit}` : ""}`;
    const [daily, totals] = [grouped(dailyRows(list)), grouped(totalRows(list))];
    const hidden = gapRows(measure, chosen);
    rename(drawn.get(`chart-daily-${i}`), `${name}, each day`);
    rename(drawn.get(`chart-totals-${i}`), `${name}, running total`);
    const options = (what) => ({ period: chosen, columns: ["Day", "Figure", "Counted by", "Against daily figures"], cells: (row) => [dayText(row.date), numberText(row.value), row.who, row.test || ""], caption: what });
    await update(drawn.get(`chart-daily-${i}`), daily, { rows: daily, gaps: hidden }, options(daily.length ? `${many(daily.length, "daily figure")}, the highest ${numberText(Math.max(...daily.map((row) => row.value)))}.` : "No daily figure."));
    const open = totals.filter((row) => row.status === "open").length;
    for (const part of [article.children[3], article.children[4]]) part.hidden = !totals.length;
    await update(drawn.get(`chart-totals-${i}`), totals, { rows: totals, gaps: hidden }, options(`${many(totals.length, "running total")} stated, ${open} of them at odds with the daily figures.`));
  }
}

function showCoverage(chosen) {
  const { present, absent, step } = coverageRows(chosen);
  const days = absent.reduce((total, row) => total + row.days, 0);
  byId("coverage-hint").textContent = `Documents by outlet and ${step}; of the daily series ${many(days, "day")} in the chosen period ${days === 1 ? "has" : "have"} no bulletin. ${about.undated_documents ? `${many(about.undated_documents, "document has", "documents have")} no date.` : ""}`;
  return update(drawn.get("chart-coverage"), present, { rows: [...absent, ...present] }, {
    height: 18 * new Set(present.map((row) => row.row)).size,
    period: wholeBins(chosen, step), columns: ["Series or outlet", "When", "Documents"], cells: (row) => [row.row, row.when, String(row.count)],
  });
}

// Claims and discrepancies are in the page already: rows that the filters exclude are hidden.
function showWritten() {
  let [claims, groups] = [0, 0];
  for (const row of document.querySelectorAll("[data-filter]")) {
    const ids = row.dataset.place ? [row.dataset.place] : [];
    row.hidden = !(inDays(row.dataset.day) && inPlace(ids, state.place) && (!state.measure || row.dataset.measure === state.measure)
      && (!state.actor || row.dataset.actors.split("|").includes(state.actor))
      && (!state.words || lowerQuote(Number(row.dataset.sentence)).includes(state.words.toLowerCase())));
  }
  for (const group of document.querySelectorAll(".claim")) {
    // A claim alone conflicts with nobody: what it is set against stays beside it.
    const rows = [...group.querySelectorAll("[data-filter]")];
    group.hidden = rows.every((row) => row.hidden);
    for (const row of rows) row.hidden = false;
    groups += !group.hidden;
    claims += group.hidden ? 0 : rows.length;
    group.hidden ||= groups > view.claims;
  }
  byId("claims-count").textContent = `${many(claims, "claim")} in ${many(groups, "group")}.`;
  const open = [...document.querySelectorAll("#discrepancies [data-filter]:not([hidden])")];
  byId("discrepancies-count").textContent = `${many(open.length, "discrepancy", "discrepancies")}.`;
  for (const row of open.slice(view.discrepancies)) row.hidden = true;
  const more = (id, count, shown) => {
    const button = byId(id);
    if (!button) return;
    button.hidden = count <= shown;
    button.textContent = `Show ${count - shown} more`;
  };
  more("more-claims", groups, view.claims);
  more("more-discrepancies", open.length, view.discrepancies);
}

function lineOf(cells, rows, label) {
  const [first, ...rest] = cells;
  return make("tr", {}, make("th", { scope: "row" }, first), ...rest.map(([text, number]) => make("td", { class: number ? "n" : null }, text)),
    make("td", {}, make("button", { type: "button", class: "link", onclick: () => openPanel(label, rows) }, "Read", make("span", { class: "unseen" }, ` the sentence of ${label}`))));
}
function showLists(chosen) {
  byId("figures-count").textContent = `(${chosen.figures.length.toLocaleString("en")})`;
  byId("events-count").textContent = `(${chosen.events.length.toLocaleString("en")})`;
  const standing = (figure) => [figure.period === "cumulative" ? "running total" : null, figure.modality === "happened" ? null : figure.modality, figure.countable ? "summed" : null].filter(Boolean).join(", ");
  byId("figures-table").tBodies[0].replaceChildren(...chosen.figures.slice(0, view.figures).map((figure) => lineOf(
    [whenText(figure), [measureText(figure)], [figureText(figure), true], [placesText(figure.placeIds)], [[...new Set(figure.actorIds)].map(actorText).join(", ")], [standing(figure)]],
    [figure], `${measureText(figure)} ${figureText(figure)}`)));
  byId("events-table").tBodies[0].replaceChildren(...chosen.events.slice(0, view.events).map((event) => lineOf(
    [whenText(event), [typeText(event.type) + (event.modality === "happened" ? "" : ` (${event.modality.replace("_", " ")})`)], [actorsText(event.participants?.length ? event.participants : event.sources)], [actorsText(event.targets)], [placeText(event.place)], [String(event.reports), true]],
    [event], `${typeText(event.type)} ${whenText(event)}`)));
  byId("more-figures").hidden = chosen.figures.length <= view.figures;
  byId("more-events").hidden = chosen.events.length <= view.events;
}
